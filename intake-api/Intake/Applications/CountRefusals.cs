using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>A refused submission leaves no row, only this count by day, channel, province, field and reason (art. 10-e).</summary>
public static class CountRefusals
{
    public static Task<int> RunAsync(PlaceWork work, string channel, int province, DateOnly day, FieldErrors errors)
    {
        var counted = errors.All.Select(e => (e.Field, e.Reason)).Distinct().ToArray();
        return work.ExecuteAsync("Applications/CountRefusals.sql", new
        {
            channel, province, day,
            fields = counted.Select(c => c.Field).ToArray(),
            reasons = counted.Select(c => c.Reason).ToArray(),
        });
    }
}
