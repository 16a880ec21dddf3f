using AcikKapi.Dashboard.Filters;
using AcikKapi.Dashboard.Releases;
using AcikKapi.Dashboard.SignIn;

namespace AcikKapi.Dashboard;

/// <summary>What every page begins with: who asks, the file of their place, what the file says of itself, and what the address filters by.</summary>
public sealed record Visit(Officer Officer, Reading Data, About About, Filter Filter)
{
    static readonly object Key = new();

    /// <summary>Null on the pages that say why there is none.</summary>
    public static Visit? Of(HttpContext http) => http.Items.TryGetValue(Key, out var visit) ? (Visit?)visit : null;

    public void Begin(HttpContext http) => http.Items[Key] = this;

    /// <summary>How handlers of pages get it.</summary>
    public static ValueTask<Visit?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));
}

/// <summary>What a release says of itself.</summary>
public sealed record About
{
    public DateOnly DataDate { get; init; }
    public string SnapshotId { get; init; } = "";
    public string Rule { get; init; } = "";
    public bool HasSimulated { get; init; }
}
