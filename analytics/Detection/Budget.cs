using System.Globalization;
using Sylvan.Data.Csv;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// One budget for the night (budget.csv): each family of tests has this share of q, and all shares add up to 0.1, so that with nothing to
/// find there is any flag in one night of ten however many detectors there are, and else about one flag in ten is chance.
/// </summary>
public static class Budget
{
    public const double Night = 0.1;

    public static IReadOnlyDictionary<(string Detector, string Family), double> Shares { get; } = Read();

    static Dictionary<(string, string), double> Read()
    {
        using var stream = typeof(Budget).Assembly.GetManifestResourceStream("Detection/budget.csv")!;
        using var csv = CsvDataReader.Create(new StreamReader(stream));
        var shares = new Dictionary<(string, string), double>();
        while (csv.Read())
            shares.Add((csv.GetString(0), csv.GetString(1)), double.Parse(csv.GetString(2), CultureInfo.InvariantCulture));
        return shares;
    }
}
