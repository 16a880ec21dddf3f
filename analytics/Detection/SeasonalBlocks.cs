namespace AcikKapi.Analytics.Detection;

/// <summary>
/// The seasonal factor of each week (Noufaily 2013, section 3.2): the weeks within w of the current one and of its
/// counterparts in earlier years are the last season; what lies between two counterparts is cut into equal blocks.
/// </summary>
public static class SeasonalBlocks
{
    public const int Seasons = 10;
    public const int HalfWindow = 3;

    /// <summary>
    /// One season (0 … 9; 9 is the current one) for each of the weeks 0 … <paramref name="now"/>; -1 before the first counterpart.
    /// </summary>
    /// <param name="now">Index of the week that is judged.</param>
    /// <param name="counterparts">Indices of its counterparts 1, 2, … years earlier, latest first.</param>
    public static int[] Label(int now, ReadOnlySpan<int> counterparts)
    {
        var seasons = new int[now + 1];
        Array.Fill(seasons, -1);
        seasons.AsSpan(Math.Max(0, now - HalfWindow)).Fill(Seasons - 1);
        var later = now;
        foreach (var earlier in counterparts)
        {
            seasons.AsSpan(earlier - HalfWindow, 2 * HalfWindow + 1).Fill(Seasons - 1);
            LabelBetween(seasons.AsSpan()[(earlier + HalfWindow + 1)..(later - HalfWindow)]);
            later = earlier;
        }

        return seasons;
    }

    // The first blocks are one week longer where the weeks do not divide evenly.
    static void LabelBetween(Span<int> weeks)
    {
        var (length, rest) = Math.DivRem(weeks.Length, Seasons - 1);
        var from = 0;
        for (var season = 0; season < Seasons - 1; season++)
        {
            var weeksInBlock = length + (season < rest ? 1 : 0);
            weeks.Slice(from, weeksInBlock).Fill(season);
            from += weeksInBlock;
        }
    }
}
