namespace AcikKapi.Analytics.Detection;

/// <summary>A week's counterparts in earlier years.</summary>
public static class YearsBack
{
    /// <summary>The weeks whose Monday lies nearest to the same date 1, 2, … years earlier, so that ISO week 53 needs no rule.</summary>
    /// <param name="monday">Monday of the judged week.</param>
    /// <param name="now">Its index in the series.</param>
    public static int[] From(DateOnly monday, int now) =>
        [.. Enumerable.Range(1, FarringtonFlexible.MostYears)
            .Select(years => now - (monday.DayNumber - NearestMonday(monday, years)) / 7)
            .TakeWhile(week => week >= SeasonalBlocks.HalfWindow)];

    // 29 February goes on to 1 March where there is none.
    static int NearestMonday(DateOnly day, int years)
    {
        var then = new DateOnly(day.Year - years, day.Month, 1).AddDays(day.Day - 1).DayNumber;
        return (then + 3) / 7 * 7; // day number 0, 1 January 0001, is a Monday
    }
}
