using AcikKapi.Domain.Calendar;

namespace AcikKapi.Intake.Applications;

/// <summary>When a citizen's own step happened: of a tip-off only the day is kept, as for its receipt.</summary>
public static class CitizenTime
{
    public static DateTimeOffset Of(DateTimeOffset at, OpenApplication application) =>
        application.KindCode == Submission.TipOff ? IstanbulTime.StartOfDay(IstanbulTime.DayOf(at)) : at;
}
