using System.Globalization;
using AcikKapi.Reports;

namespace AcikKapi.Dashboard.Filters;

/// <summary>
/// What the address says a page is to show: place, period, whose counts, which measure. It goes along from page to page, so that a link or the
/// browser's way back shows the same.
/// </summary>
/// <param name="Crowded">More than one of type, kind, channel, group and unit was asked for; the first counts.</param>
public sealed record Filter(BriefScope Place, BriefPeriod Period, Focus Focus, string Measure, bool Crowded = false)
{
    /// <summary>The address of a page with this filter.</summary>
    public string At(string page, params (string Name, string Value)[] more) =>
        $"{Http.Routes.Root}{page}?{string.Join('&', Parameters().Concat(more).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"))}";

    /// <summary>As hidden fields of a form would hold it.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        yield return (FilterFields.Place, Place.ToString());
        yield return (FilterFields.Period, Period.Code);
        if (Field(Focus) is { } field) yield return (field, Focus.Kind == FocusKind.Group && field == FilterFields.Group ? $"{Focus.Dimension}:{Focus.Code}" : Focus.Code);
        if (Measure != FilterFields.Measures[0].Code) yield return (FilterFields.Measure, Measure);
    }

    static string? Field(Focus focus) => focus.Kind switch
    {
        FocusKind.Heading or FocusKind.Topic => FilterFields.Type,
        FocusKind.Unit => FilterFields.Unit,
        FocusKind.Group => focus.Dimension switch { "kind" => FilterFields.Kind, "channel" => FilterFields.Channel, _ => FilterFields.Group },
        _ => null,
    };

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
