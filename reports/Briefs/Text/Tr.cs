using System.Globalization;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Text;

/// <summary>Numbers and dates as a Turkish reader expects them: 1.234,5 · %12 · 23 Kasım 2026. A hidden count is "*", an undefined one "–".</summary>
public static class Tr
{
    public const string Hidden = "*";
    public const string None = "–";

    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("tr-TR");

    public static string Count(long? count) => count?.ToString("#,0", Culture) ?? Hidden;

    /// <summary>Whole percents; one decimal below %1, where a rounded zero would say "none".</summary>
    public static string Percent(Ratio share) => Text(share, Percent);

    public static string Percent(double share) =>
        $"%{(share * 100).ToString(share is > 0 and < 0.0095 ? "0.0" : "#,0", Culture)}";

    /// <summary>"+%12", "−%5" with a true minus sign, "%0".</summary>
    public static string Change(Ratio change) => Text(change, value => Math.Round(value * 100, MidpointRounding.AwayFromZero) switch
    {
        > 0 => $"+{Percent(Math.Max(value, 0.01))}",
        < 0 => $"−{Percent(Math.Max(-value, 0.01))}",
        _ => "%0",
    });

    /// <summary>One decimal: rates per 100,000, times as much, satisfaction.</summary>
    public static string OneDecimal(Ratio value) => Text(value, OneDecimal);

    public static string OneDecimal(double value) => value.ToString("#,0.0", Culture);

    public static string TwoDecimals(double value) => value.ToString("#,0.00", Culture);

    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>Both days inclusive, saying month and year once where they agree: "1–31 Ekim 2026".</summary>
    public static string Range(DateOnly from, DateOnly to) =>
        from == to ? Date(to)
        : (from.Year, from.Month) == (to.Year, to.Month) ? $"{from.Day.ToString(Culture)}–{Date(to)}"
        : from.Year == to.Year ? $"{from.ToString("d MMMM", Culture)} – {Date(to)}"
        : $"{Date(from)} – {Date(to)}";

    static string Text(Ratio ratio, Func<double, string> format) =>
        ratio.IsSuppressed ? Hidden : ratio.Value is { } value ? format(value) : None;
}
