using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Clock;

/// <summary>A province's open deadlines by a new calendar: those that move are written, and what they were is kept.</summary>
public static class ReckonAgain
{
    /// <param name="EventNo">Of the routing whose clock it is; null for the applicant's.</param>
    sealed record Open(long ApplicationId, short? EventNo, DateOnly StartOn, DateOnly DueOn);

    /// <returns>How many moved.</returns>
    public static async Task<int> RunAsync(PlaceWork work, int province, WorkingCalendar calendar, DateOnly leaveOn, string reason)
    {
        var open = await work.ListAsync<Open>("Clock/OpenDeadlines.sql", new { province, leaveOn });
        var moved = open.Select(o => (Open: o, NewOn: calendar.Deadline(o.StartOn))).Where(o => o.NewOn != o.Open.DueOn).ToList();
        if (moved.Count == 0) return 0;
        await work.ExecuteAsync("Clock/MoveDeadlines.sql", new
        {
            province, leaveOn, reason,
            applications = moved.Select(m => m.Open.ApplicationId).ToArray(), events = moved.Select(m => m.Open.EventNo).ToArray(),
            olds = moved.Select(m => m.Open.DueOn).ToArray(), news = moved.Select(m => m.NewOn).ToArray(),
        });
        return moved.Count;
    }
}
