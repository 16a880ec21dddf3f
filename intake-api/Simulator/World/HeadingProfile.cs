namespace AcikKapi.Simulator.World;

/// <summary>A heading's share of the country's applications and who writes them (Data/headings.txt).</summary>
/// <param name="Index">Position in <see cref="All"/>.</param>
sealed record HeadingProfile(int Index, string Code, double Share, double FemaleShare, double MedianAge)
{
    public static IReadOnlyList<HeadingProfile> All { get; } =
        [.. Fields.Of("headings.txt").Select((f, index) => new HeadingProfile(index, f[0], Fields.Number(f[1]), Fields.Number(f[2]), Fields.Number(f[3])))];

    public static HeadingProfile Of(string code) => All.First(h => h.Code == code);
}
