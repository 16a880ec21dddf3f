using System.Net;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

public sealed class MixTipOffsTests : TipOffWorld
{
    /// <summary>Among others whose instants are known, neither row numbers nor, once the day is over, transaction ids tell when it came.</summary>
    [Fact]
    public async Task OrderOfRows_DoesNotTellTheHourOfATipOff()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 6; i++) numbers.Add(await Intake.AcceptedAsync(i % 2 == 0 ? Bodies.Valid() : Named(notify: true)));
        var ids = await Intake.ListAsync<long>("select application_id from intake.applications where kind_code = 'tip_off' union all select message_id from intake.messages join intake.applications using (application_id) where kind_code = 'tip_off'");
        Assert.All(ids, id => Assert.InRange(id, 1L << 52, 1L << 53));
        Assert.True(await Intake.ScalarAsync<long>("select max(application_id) from intake.applications where kind_code <> 'tip_off'") < 1000);

        await Intake.ExecuteAsync("update intake.applications set received_at = received_at - interval '1 day' where kind_code = 'tip_off'"); // yesterday
        await Intake.ExecuteAsync("update intake.idempotency_keys set created_at = created_at - interval '1 day' where response not like '%+03:00%'");
        const string Own = """
            select count(distinct x)::int from (
              select a.changed_xid from intake.applications a where kind_code = 'tip_off'
              union all select e.changed_xid from intake.application_events e join intake.applications a using (application_id) where kind_code = 'tip_off'
              union all select m.changed_xid from intake.messages m join intake.applications a using (application_id) where kind_code = 'tip_off') y (x)
            """;
        Assert.NotEqual(1, await Intake.ScalarAsync<int>(Own));
        await using (await RunningIntake.WithAsync(database: Intake.Database)) // looks when it starts
            await WaitAsync(async () => await Intake.ScalarAsync<int>(Own) == 1 && await Intake.ScalarAsync<int>("select count(distinct xmin::text)::int from intake.idempotency_keys where response not like '%+03:00%'") == 1);
        Assert.Equal(6, await Intake.ScalarAsync<int>("select count(*)::int from intake.idempotency_keys"));
        foreach (var number in numbers) Assert.Equal(HttpStatusCode.OK, (await Intake.AskAsync(HttpMethod.Get, $"/v1/applications/{number}")).Status);
    }
}
