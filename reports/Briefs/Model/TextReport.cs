namespace AcikKapi.Reports.Model;

/// <summary>What the texts of the last four weeks say beside their types, for the ministry; Drift is null where no model is in service.</summary>
public sealed record TextReport(IReadOnlyList<NewWords> Topics, IReadOnlyList<Petition> Petitions, ModelDrift? Drift)
{
    public bool IsEmpty => Topics.Count == 0 && Petitions.Count == 0 && Drift is null;
}

/// <summary>Words of one subject that people newly write; persons to the nearest 5.</summary>
public sealed record NewWords
{
    public string Words { get; init; } = "";
    public long Persons { get; init; }
    public long Days { get; init; }
    public double QValue { get; init; }
}

/// <summary>One text that many sent; persons to the nearest 5.</summary>
public sealed record Petition
{
    public string Words { get; init; } = "";
    public long Persons { get; init; }
    public DateOnly FirstOn { get; init; }
    public DateOnly LastOn { get; init; }
}

/// <summary>Population stability index of the model's headings against the year before; Critical: what chance exceeds once in twenty.</summary>
public sealed record ModelDrift
{
    public double Psi { get; init; }
    public double Critical { get; init; }
    public bool HasDrifted { get; init; }
    public long? BlindTexts { get; init; }
    public double? BlindError { get; init; }
}
