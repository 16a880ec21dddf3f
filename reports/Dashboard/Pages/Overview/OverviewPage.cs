using AcikKapi.Dashboard.Pages.Charts;
using AcikKapi.Dashboard.Releases;
using AcikKapi.Dashboard.Filters;
using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Reports.Filling;
using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Overview;

/// <summary>Key figures, trend, types, places and groups of a place and period; or the trend and places of one type, group or unit.</summary>
static class OverviewPage
{
    public static IResult Show(Visit visit)
    {
        try
        {
            return visit.Filter.Focus.IsAll
                ? Page.Of<OverviewView>(new { Visit = visit, Model = new OverviewModel(BriefOf(visit), ControlOf(visit)) })
                : Page.Of<FocusView>(new { Visit = visit, Model = FocusOf(visit) });
        }
        catch (UserError error)
        {
            return Page.Of<NothingView>(new { Visit = visit, Why = error.Message });
        }
    }

    /// <exception cref="UserError">Nothing is told of this place and period.</exception>
    public static Brief BriefOf(Visit visit) => visit.Data.Cut.Remembered($"brief {visit.Filter.Place} {visit.Filter.Period}", () => FillBrief.Run(visit.Data.Published, visit.Filter.Place, visit.Filter.Period));

    static Control ControlOf(Visit visit) =>
        ControlOf(visit.Data, visit.Filter.Place.Code, visit.Filter.Measure, visit.Filter.Period.Kind is PeriodKind.Quarter or PeriodKind.Year);

    /// <summary>The weeks of the last year where a place has enough a week; else, or where preferred, three years of months.</summary>
    public static Control ControlOf(Reading data, string scope, string measure, bool preferMonths)
    {
        var weeks = Points("week");
        return weeks.Count == 0 || preferMonths ? Control("month", Points("month")) : Control("week", weeks);

        List<ControlPoint> Points(string periodKind) => data.Rows<ControlPoint>("Pages/Overview/control.sql", new { scope, measure, periodKind });
    }

    static Control Control(string kind, List<ControlPoint> points) => new(kind, [.. points.Select(p => new LinePoint { StartOn = p.StartOn, Value = p.Value })],
        points.LastOrDefault() is { Mean: { } mean, Low: { } low, High: { } high } last ? new LineLimits(mean, low, high, last.Signal, last.Direction) : null);

    /// <summary>Applications of a type, group or unit, by its last ended periods: as many as a place's chart has.</summary>
    /// <param name="periodKind">week, month, quarter or year.</param>
    public static List<LinePoint> CountsOf(Reading data, Focus focus, string scope, string periodKind) =>
        [.. data.Rows<LinePoint>("Pages/Overview/counts.sql", focus.With(scope, periodKind: periodKind)).TakeLast(periodKind == "week" ? 52 : 36)];

    static FocusModel FocusOf(Visit visit)
    {
        var (filter, data) = (visit.Filter, visit.Data);
        var kind = filter.Period.Kind switch { PeriodKind.Week => "week", PeriodKind.Quarter => "quarter", PeriodKind.Year => "year", _ => "month" };
        return new FocusModel(
            data.Rows<FocusCount>("Pages/Overview/count_of_period.sql", filter.Focus.With(filter.Place.Code, period: filter.Period.Code)).FirstOrDefault()
                ?? throw new UserError("Bu dönem için yayımlanmış veri yok."),
            kind,
            CountsOf(data, filter.Focus, filter.Place.Code, kind),
            [.. data.Rows<PlaceRow>("Pages/Overview/counts_of_places.sql", filter.Focus.With(filter.Place.Code, period: filter.Period.Code)).OrderBy(place => place.Name, Choices.Turkish)]);
    }

    sealed record ControlPoint
    {
        public DateOnly StartOn { get; init; }
        public double? Value { get; init; }
        public double? Mean { get; init; }
        public double? Low { get; init; }
        public double? High { get; init; }
        public string? Signal { get; init; }
        public int? Direction { get; init; }
    }
}
