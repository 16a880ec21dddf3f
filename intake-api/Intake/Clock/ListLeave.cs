using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Clock;

public sealed record LeaveDay(Guid LeaveId, DateOnly Date, int? ProvinceCode, string Reason, string AddedAt);

/// <summary>GET /v1/administrative-leave: public, because everybody's deadlines follow from it.</summary>
public sealed class ListLeave(PlaceTransaction database)
{
    sealed record Row(Guid LeaveId, DateOnly LeaveOn, short? ProvinceCode, string ReasonTr, DateTime AddedAt);

    public async Task<IResult> RunAsync(CancellationToken stop)
    {
        var rows = await database.RunAsync(place: null, work => work.ListAsync<Row>("Clock/ListLeave.sql", new { }), stop);
        return TypedResults.Ok(rows.Select(r => new LeaveDay(r.LeaveId, r.LeaveOn, r.ProvinceCode, r.ReasonTr, TurkishTime.Instant(r.AddedAt))));
    }
}
