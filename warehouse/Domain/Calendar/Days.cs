namespace AcikKapi.Domain.Calendar;

/// <summary>A public holiday (law 2429). On a half one offices close at 13:00, and it counts as a working day.</summary>
public sealed record Holiday(DateOnly Date, string NameTr, bool IsHalfDay);

/// <summary>A whole day of administrative leave, of the country or of the province whose calendar is made.</summary>
public sealed record DayOff(DateOnly Date, string ReasonTr);

/// <summary>A day of a deadline's reckoning: is it counted, and in Turkish why or why not.</summary>
public sealed record CountedDay(DateOnly Day, bool Counted, string Why);
