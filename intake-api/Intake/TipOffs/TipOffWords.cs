using System.Text.Json;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.TipOffs;

/// <summary>All of a tip-off that could tell who sent it, or be told by it: its words, its neighbourhood, and the sender if named.</summary>
public sealed record TipOffWords(string Subject, string Text, string? Neighbourhood, SubmissionApplicant? Applicant)
{
    public string ToJson() => JsonSerializer.Serialize(this, IntakeJson.Options);

    public static TipOffWords FromJson(string json) => JsonSerializer.Deserialize<TipOffWords>(json, IntakeJson.Options)!;
}
