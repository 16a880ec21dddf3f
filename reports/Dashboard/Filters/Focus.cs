namespace AcikKapi.Dashboard.Filters;

public enum FocusKind { All, Heading, Topic, Group, Unit }

/// <summary>
/// Whose counts are looked at: all applications, one type, one group (kind, channel, age …) or one unit's. Counts of two of these at once are
/// not published: their cells would be too small to tell.
/// </summary>
/// <param name="Dimension">Of a group: gender, age_band, channel, kind …; else empty.</param>
public sealed record Focus(FocusKind Kind, string Dimension, string Code, string Name)
{
    public static Focus All { get; } = new(FocusKind.All, "", "", "Bütün başvurular");

    public bool IsAll => Kind == FocusKind.All;

    /// <summary>What the SQL beside the pages takes.</summary>
    public object With(string scope, string period = "", string periodKind = "") => new
    {
        scope, period, periodKind, focus = Kind switch { FocusKind.Heading or FocusKind.Topic => "type", FocusKind.Group => "group", FocusKind.Unit => "unit", _ => "all" },
        level = Kind == FocusKind.Heading ? "heading" : "topic", dimension = Dimension, code = Code,
    };
}
