namespace AcikKapi.Reports.Charts;

/// <summary>
/// One accent and one warning colour, apart in lightness too, so that they stay apart in grey print and to
/// colour-blind readers. Contrast on white: ink 14, muted 5.9, accent 8.9, warm 6.5 to 1. brief.css says the same.
/// </summary>
public static class Palette
{
    public const string Ink = "#1a2b30";
    public const string Muted = "#566469";
    public const string Line = "#d5dee0";
    public const string Accent = "#0b4f5c";
    public const string Tint = "#dcebed";
    public const string Warm = "#a3441a";

    /// <summary>Five steps of the accent, light to dark, for maps.</summary>
    public static readonly string[] Ramp = ["#e3eff0", "#b5d3d7", "#7fb0b7", "#3f828c", "#0b4f5c"];
}
