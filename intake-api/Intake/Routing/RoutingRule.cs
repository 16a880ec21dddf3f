using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Routing;

/// <summary>What an application is routed by. Confidential and special no longer count once the executive has it in hand.</summary>
/// <param name="TypeCode">A topic or heading; null while nobody has said.</param>
/// <param name="Emergency">Of one marked OHAL: <c>declared</c> or <c>undeclared</c> for its province and day.</param>
public sealed record RoutingFacts(string KindCode, string? TypeCode, int? DistrictCode, string? Emergency, bool Special, bool Confidential);

/// <summary>One rule of the ordered list: conditions (null: any) and whom it names.</summary>
/// <param name="RuleOrder">The lowest is asked first; of equals the more specific.</param>
/// <param name="TargetCode"><c>unit</c>, <c>executive</c>, or <c>desk</c>: a person decides.</param>
/// <param name="UnitCode">The unit itself; else what kind, institution and words of the name to look for.</param>
public sealed record RoutingRule(
    string RuleCode, int RuleOrder, string? TypeCode, int? DistrictCode, string? KindCode, string? Emergency, bool? Special, bool? Confidential,
    string TargetCode, string? UnitCode, string? UnitKindCode, string? Institution, string? UnitName, string NoteTr)
{
    public const string ToUnit = "unit", ToExecutive = "executive", ToDesk = "desk";
    public const string Declared = "declared", Undeclared = "undeclared";

    /// <summary>How narrow it is: a place outweighs a topic, a topic a heading, a heading everything else.</summary>
    public int Specificity => 8 * Of(DistrictCode) + (TypeCode is null ? 0 : IsHeading(TypeCode) ? 2 : 4) + Of(KindCode) + Of(Emergency) + Of(Special) + Of(Confidential);

    /// <summary>The first condition that does not hold, in a sentence; null where all do.</summary>
    public string? WhyNot(RoutingFacts facts) =>
        !Covers(facts.TypeCode) ? $"Kural {TypeCode} içindir; başvurunun türü {facts.TypeCode ?? "belirtilmemiş"}."
        : DistrictCode is not null && DistrictCode != facts.DistrictCode ? $"Kural {Vocabulary.Current.Districts[DistrictCode.Value].Name} ilçesi içindir."
        : KindCode is not null && KindCode != facts.KindCode ? $"Kural yalnız şu tür içindir: {Vocabulary.Current.Kinds[KindCode].NameTr}."
        : Emergency is not null && Emergency != facts.Emergency ? EmergencyDiffers(facts.Emergency)
        : Special is not null && Special != facts.Special ? (Special.Value ? "Başvuru özellikli değil." : "Başvuru özellikli.")
        : Confidential is not null && Confidential != facts.Confidential ? (Confidential.Value ? "Başvuru gizli değil." : "Başvuru gizli.")
        : null;

    /// <summary>A heading covers its topics.</summary>
    public bool Covers(string? type) =>
        TypeCode is null || type is not null && (type == TypeCode || Vocabulary.Current.Types.Find(type)?.HeadingCode == TypeCode);

    static string EmergencyDiffers(string? emergency) => emergency switch
    {
        null => "Başvuru OHAL kapsamında işaretlenmemiş.",
        Declared => "O gün bu ilde OHAL ilan edilmiş.",
        _ => "O gün bu ilde OHAL ilan edilmemiş.",
    };

    static bool IsHeading(string type) => Vocabulary.Current.Types.Find(type)?.IsHeading == true;

    static int Of(object? condition) => condition is null ? 0 : 1;
}

/// <summary>A unit that is open on the day.</summary>
/// <param name="DistrictCode">Null: it serves the whole province.</param>
public sealed record RoutableUnit(string UnitCode, string Name, string Institution, string UnitKindCode, int? DistrictCode);

/// <param name="Fires">It decided.</param>
/// <param name="Why">A Turkish sentence.</param>
public sealed record ConsideredRule(string RuleCode, string Note, bool Fires, string Why);

/// <param name="Target"><c>unit</c>, <c>executive</c> or <c>desk</c>.</param>
/// <param name="RuleCode">Which rule decided; null where none did and the desk must.</param>
/// <param name="Considered">In the order asked, up to the one that decided; rules of other types are left out.</param>
public sealed record RoutingDecision(string Target, RoutableUnit? Unit, string? RuleCode, IReadOnlyList<ConsideredRule> Considered);
