namespace AcikKapi.Domain.Reference;

/// <summary>A code of a plain list (kinds, events, outcomes …) and its Turkish name.</summary>
public sealed record Word(string Code, string NameTr);

/// <summary>A way in. <paramref name="StaffOnly"/>: only with a staff token.</summary>
public sealed record Channel(string Code, string NameTr, bool StaffOnly);

/// <summary>A heading or topic. <paramref name="PeopleDecide"/>: a machine may suggest it but never assign it alone.</summary>
public sealed record ApplicationType(string Code, string HeadingCode, string NameTr, string NameEn, bool PeopleDecide)
{
    public bool IsHeading => Code == HeadingCode;
}
