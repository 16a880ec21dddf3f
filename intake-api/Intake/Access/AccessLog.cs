using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Access;

/// <summary>
/// Who looked at what of whom, and why: written in the transaction that reads, so that nothing is shown unless its entry is there.
/// Each entry is chained to the one before it of its province by a keyed hash (P20).
/// </summary>
/// <param name="key">keys/access-log.key: whoever has the database alone can change entries, but not so that the chain holds.</param>
public sealed class AccessLog(byte[] key, TimeProvider time, AccessAnchors anchors)
{
    sealed record Last(long EntryNo, byte[]? Mac);

    /// <param name="work">A transaction that sees the province.</param>
    /// <param name="what">One of the constants of <see cref="AccessEntry"/>.</param>
    public async Task WriteAsync(PlaceWork work, int province, long application, string what, StaffMember by, string reason)
    {
        // Two statements: what the second reads is newer than the lock, whoever held it before.
        await work.FindAsync<int>("Access/LockChain.sql", new { province });
        var last = await work.FindAsync<Last>("Access/LastEntry.sql", new { province });
        var at = time.GetUtcNow().UtcDateTime;
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)); // PostgreSQL's own precision
        var entry = new AccessEntry((short)province, (last?.EntryNo ?? 0) + 1, application, at, what, by.RoleCode, by.Pseudonym, reason, Mac: null);
        await work.ExecuteAsync("Access/AppendEntry.sql", new
        {
            province, no = entry.EntryNo, application, at, what, role = by.RoleCode, actor = by.Pseudonym, reason, mac = entry.MacOf(key, last?.Mac),
        });
        anchors.Note(province);
    }
}
