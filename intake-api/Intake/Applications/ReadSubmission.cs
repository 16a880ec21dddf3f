using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Applications;

/// <summary>
/// A submission out of its JSON, checked against the vocabulary (art. 10-e). Every fault goes to the errors; the result
/// may be relied on only when there are none.
/// </summary>
public static class ReadSubmission
{
    const int LongestSubject = 200;
    const int LongestText = 10_000;
    const int LongestNeighbourhood = 100;

    public static Submission From(JsonFields json, DateOnly today)
    {
        var words = Vocabulary.Current;
        var kind = json.Code("kind", words.Kinds.Contains, required: true);
        return new Submission(
            Kind: kind ?? "",
            Channel: json.Code("channel", words.Channels.Contains, required: true) ?? "",
            TypeCode: json.Code("typeCode", words.Types.Contains),
            Subject: json.Text("subject", LongestSubject, required: true) ?? "",
            Text: json.Text("text", LongestText, required: true, lines: true) ?? "",
            Location: Location(json.Object("location", required: true)),
            Applicant: ReadApplicant.From(json.Object("applicant", required: kind != Submission.TipOff), today),
            HideIdentity: json.Flag("hideIdentity") ?? false,
            Confidential: json.Flag("confidential") ?? false,
            StateOfEmergency: json.Flag("stateOfEmergency") ?? false,
            Notify: json.Flag("notify"),
            BureauCode: json.Text("bureauCode", 20));
    }

    public static SubmissionLocation Location(JsonFields? json)
    {
        if (json is null) return new SubmissionLocation(0, null, null);
        var province = json.Number("provinceCode", required: true);
        if (province is { } code && !Vocabulary.Current.Provinces.Contains(code))
            province = json.Wrong<int?>("provinceCode", "unknown", "Böyle bir il kodu yok; plaka kodu 1–81 olmalı.");
        return new SubmissionLocation(province ?? 0, District(json, province), json.Text("neighbourhood", LongestNeighbourhood));
    }

    static int? District(JsonFields json, int? province)
    {
        if (json.Number("districtCode") is not { } code) return null;
        var district = Vocabulary.Current.Districts.Find(code);
        if (district is null) return json.Wrong<int?>("districtCode", "unknown", "Böyle bir ilçe kodu yok.");
        if (province is null || district.ProvinceCode == province) return code;
        return json.Wrong<int?>("districtCode", "mismatch", "Bu ilçe belirtilen ilde değil.");
    }
}
