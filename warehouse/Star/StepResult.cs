namespace AcikKapi.Warehouse;

/// <summary>What every step of the night logs: rows read, rows written, and how long it took.</summary>
public sealed record StepResult(string Step, long RowsIn, long RowsOut, TimeSpan Took);
