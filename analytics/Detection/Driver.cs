namespace AcikKapi.Analytics.Detection;

/// <summary>One part of what differs from the expected: how much of the difference is its own.</summary>
public sealed record Driver(string Name, double Share)
{
    /// <summary>`unit`, `district`, `channel`, `type`, `province`, `gender`, `age` or `circumstance`.</summary>
    public string Dimension { get; init; } = "";

    public string Code { get; init; } = "";

    public static Driver OfType(string code, double share) =>
        new(Domain.Reference.Vocabulary.Current.Types.Find(code)?.NameTr ?? code, Math.Min(1, share)) { Dimension = "type", Code = code };
}
