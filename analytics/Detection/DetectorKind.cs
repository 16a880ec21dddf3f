using System.Text.Json;

namespace AcikKapi.Analytics.Detection;

/// <summary>What is looked for. The column `detector` has the name in snake_case; budget.csv gives each its share of the night.</summary>
public enum DetectorKind
{
    SuddenRise,
    NeighbouringCluster,
    OverdueShare,
    SlowAnswering,
    Reopening,
    Repetition,
    PingPong,
    MissingInformation,
    LowSatisfaction,
    Disparity,
    SilentBureau,
    EmergingTopic,
    GoodPractice,
}

public static class DetectorKinds
{
    /// <summary>`sudden_rise`, `overdue_share` …, as the outside contract prints it.</summary>
    public static string Code(this DetectorKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>What is counted, for a sentence; empty where it is applications.</summary>
    public static string Counted(this DetectorKind kind) => kind switch
    {
        DetectorKind.OverdueShare or DetectorKind.GoodPractice => "süresi geçen başvuru",
        DetectorKind.SlowAnswering => "verilen cevap",
        DetectorKind.Reopening => "yeniden açılan cevap",
        DetectorKind.Repetition => "aynı kişinin aynı konuda yeniden başvurusu",
        DetectorKind.PingPong => "geri gönderilen başvuru",
        DetectorKind.MissingInformation => "bilgi eksiği ya da yanlışı yüzünden reddedilen başvuru",
        DetectorKind.LowSatisfaction => "düşük puan (1–2)",
        DetectorKind.SilentBureau => "alınan başvuru",
        DetectorKind.EmergingTopic => "türü bulunamayan başvuru",
        _ => "",
    };
}
