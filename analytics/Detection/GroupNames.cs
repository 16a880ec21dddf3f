using AcikKapi.Domain.Reference;

namespace AcikKapi.Analytics.Detection;

/// <summary>Groups of people and ways in, as a sentence names them. A code nobody knows is told as it is.</summary>
static class GroupNames
{
    /// <summary>`age:65+` → "65+ yaş grubunda"; `overdue|gender:female` → "Kadın başvuranlarda süresi geçen başvuru".</summary>
    public static string Of(string code)
    {
        var (cause, group) = code.Split('|') is [var before, var after] ? (before, after) : ("", code);
        return cause.Length == 0 ? People(group) : $"{People(group)} {Cause(cause)}";
    }

    static string People(string group)
    {
        var words = Vocabulary.Current;
        return group.Split(':', 2) is [var dimension, var code] ? dimension switch
        {
            "gender" => $"{words.Genders.Find(code)?.NameTr ?? code} başvuranlarda",
            "age" => $"{words.AgeBands.Find(code)?.NameTr ?? code} grubunda",
            "education" => $"öğrenimi “{words.EducationLevels.Find(code)?.NameTr ?? code}” olanlarda",
            "employment" => $"çalışma durumu “{words.EmploymentStatuses.Find(code)?.NameTr ?? code}” olanlarda",
            "circumstance" => $"{words.Circumstances.Find(code)?.NameTr ?? code} başvuranlarda",
            "channel" => $"{words.Channels.Find(code)?.NameTr ?? code} kanalında",
            "word" => $"“{code}” sözü geçen",
            "unit" => "", // of two units the sentence names both already
            "sege" => $"SEGE'nin {code}. kademesindeki ilçelerde",
            _ => code,
        } : group;
    }

    static string Cause(string cause) => cause switch
    {
        "overdue" => DetectorKind.OverdueShare.Counted(),
        "rejected" => DetectorKind.MissingInformation.Counted(),
        "reopened" => DetectorKind.Reopening.Counted(),
        "dissatisfied" => DetectorKind.LowSatisfaction.Counted(),
        _ => cause,
    };
}
