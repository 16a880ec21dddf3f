using AcikKapi.Simulator.Story;

namespace AcikKapi.Simulator.Visits;

/// <summary>An application as it is sent to POST /v1/applications.</summary>
sealed record SubmissionBody(
    string Kind, string Channel, string? TypeCode, string? Subject, string Text, SubmissionPlace Location, SubmissionApplicant? Applicant,
    bool HideIdentity, bool Confidential)
{
    public static SubmissionBody Of(StoryApplication a) => new(
        a.Kind, a.Channel, a.Type, a.Text.Subject, a.Text.Body,
        new SubmissionPlace(a.World.Province.Code, a.Place?.District.Code, a.Neighbourhood),
        a.Who is { } who
            ? new SubmissionApplicant(who.Person.NationalId, who.Person.FirstName, who.Person.LastName, who.Person.Phone, who.BirthYear, who.Gender, who.Education, who.Employment, who.Circumstances)
            : null,
        a.HideIdentity, a.Confidential);

    /// <summary>The same with a slip such as people make: a wrong digit, half a phone number, no subject.</summary>
    public SubmissionBody WithSlip(Dice dice) => (Applicant, dice.Below(3)) switch
    {
        ({ } who, 0) => this with { Applicant = who with { NationalId = who.NationalId[..10] + (char)('0' + (who.NationalId[10] - '0' + 1) % 10) } },
        ({ } who, 1) => this with { Applicant = who with { Phone = who.Phone[..9] } },
        _ => this with { Subject = null },
    };
}

sealed record SubmissionPlace(int ProvinceCode, int? DistrictCode, string? Neighbourhood);

sealed record SubmissionApplicant(
    string NationalId, string FirstName, string LastName, string Phone, int? BirthYear, string? Gender, string? Education, string? Employment, string[] Circumstances);
