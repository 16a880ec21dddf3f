using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>A step of staff out of its JSON; what each kind of step must say, field by field.</summary>
public static class ReadStep
{
    const int LongestReason = 1000;
    const int LongestAnswer = 4000;

    /// <param name="province">Where the application is.</param>
    public static Step From(JsonFields json, DateTimeOffset at, StaffMember officer, int province)
    {
        var step = json.Code("event", code => LifeCycle.StaffSteps.Contains(code, StringComparer.Ordinal), required: true) ?? "";
        var reason = json.Text("reason", LongestReason, required: step is LifeCycle.Reopened or LifeCycle.AppealRefused, lines: true);
        var read = new Step(step, at) { By = officer, Reason = reason };
        return step switch
        {
            LifeCycle.Routed or LifeCycle.Rerouted => read with { UnitCode = json.Text("unitCode", 40, required: step == LifeCycle.Rerouted) },
            LifeCycle.Answered => Answer(json, read),
            LifeCycle.Rejected => read with { OutcomeCode = step, ReasonCode = json.Code("reasonCode", Vocabulary.Current.RejectionReasons.Contains, required: true) },
            LifeCycle.Referred => read with { OutcomeCode = step, Destination = Destination(json, province) },
            LifeCycle.MarkedSpecial => read with { Importance = Importance(json) },
            _ => read,
        };
    }

    static Step Answer(JsonFields json, Step read)
    {
        var outcome = json.Code("outcome", Vocabulary.Current.Outcomes.Contains, required: true);
        if (outcome is LifeCycle.Rejected or LifeCycle.Referred) json.Wrong<string>("outcome", "mismatch", "Bir cevap resolved ya da not_resolved olur.");
        if (json.Flag("managerInformed") != true)
            json.Wrong<bool?>("managerInformed", "required", "Cevap, birim amirinin bilgisi dahilinde verilir (md. 5-o): true olmalı.");
        return read with { OutcomeCode = outcome, Answer = json.Text("answer", LongestAnswer, lines: true), ManagerInformed = true };
    }

    static int? Importance(JsonFields json) =>
        json.Number("importance", required: true) is { } given && given is < 1 or > 3
            ? json.Wrong<int?>("importance", "out_of_range", "1 ile 3 arasında olmalı.")
            : json.Number("importance");

    static SubmissionLocation Destination(JsonFields json, int province)
    {
        var (to, district) = (json.Number("provinceCode", required: true), json.Number("districtCode"));
        if (to is { } code && !Vocabulary.Current.Provinces.Contains(code)) json.Wrong<int?>("provinceCode", "unknown", "Böyle bir il kodu yok; plaka kodu 1–81 olmalı.");
        else if (to == province) json.Wrong<int?>("provinceCode", "same", "Başvuru zaten bu ilde; ilin başka birimine yönlendirmek için rerouted kullanın.");
        else if (district is { } d && Vocabulary.Current.Districts.Find(d)?.ProvinceCode != to) json.Wrong<int?>("districtCode", "mismatch", "Bu ilçe belirtilen ilde değil.");
        return new SubmissionLocation(to ?? 0, district, null);
    }
}
