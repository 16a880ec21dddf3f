namespace AcikKapi.Intake.Pages.Citizen;

/// <summary>The steps of an application in their order, and the fields each asks for. Names are those of the API's JSON.</summary>
static class ApplySteps
{
    public const string Story = "anlat", Place = "yer", Type = "tur", Person = "kim", Check = "denetle";

    public static readonly string[] All = [Story, Place, Type, Person, Check];

    static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        [Story] = ["kind", "subject", "text"],
        [Place] = ["location.provinceCode", "location.districtCode", "location.neighbourhood"],
        [Type] = ["typeCode"],
        [Person] =
        [
            "applicant.nationalId", "applicant.firstName", "applicant.lastName", "applicant.phone", "applicant.birthYear", "applicant.gender", "applicant.education",
            "applicant.employment", "applicant.circumstances", "hideIdentity", "confidential", "stateOfEmergency", "notify",
        ],
        [Check] = [],
    };

    /// <summary>What the page asks beside the submission: whether a tip-off names its sender, and which submission this is.</summary>
    public static readonly string[] Own = ["kimlik", "idempotencyKey"];

    public static IReadOnlyList<string> FieldsOf(string step) => Fields[step];

    public static IEnumerable<string> AllFields => All.SelectMany(FieldsOf);

    /// <summary>All fields but those of the step: they are carried along.</summary>
    public static IEnumerable<string> OtherFields(string step) => AllFields.Except(FieldsOf(step), StringComparer.Ordinal).Append("idempotencyKey").Concat(step == Person ? [] : ["kimlik"]);

    public static string After(string step) => All[Array.IndexOf(All, step) + 1];

    public static bool IsStep(string step) => Fields.ContainsKey(step);

    /// <summary>Whether an error of the API's field concerns the step.</summary>
    public static bool Asks(string step, string field) => Fields[step].Contains(field, StringComparer.Ordinal) || step == Place && field == "location" || step == Person && field == "applicant";
}
