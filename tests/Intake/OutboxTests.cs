using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>An SMS is a row written with its event, or there is neither (P2).</summary>
public sealed class OutboxTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task Submission_WritesItsMessageWithTheFirstEvent()
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());
        Assert.Equal("received", await TemplatesAsync(number));
    }

    [Fact]
    public async Task NotifyOff_WritesNoMessage()
    {
        var number = await intake.AcceptedAsync(Bodies.With("notify", "false"));
        Assert.Null(await TemplatesAsync(number));
    }

    [Fact]
    public async Task TipOffThatWantsToHear_KeepsNoClockTime()
    {
        var body = Bodies.With("kind", "\"tip_off\"");
        body["notify"] = true;
        var number = await intake.AcceptedAsync(body);
        Assert.Equal(1, await intake.ScalarAsync<int>("""
            select count(*)::int
            from intake.messages m join intake.applications a using (province_code, application_id)
            where tracking_number = @number and (m.created_at, m.not_before, m.next_try_at, m.state_at) = (received_at, received_at, received_at, received_at)
            """, new { number }));
    }

    [Fact]
    public async Task LeaveAddedBehindTheServersBack_IsInTheNextDeadline()
    {
        var before = await DueDateAsync();
        await intake.ExecuteAsync("insert into intake.administrative_leave (leave_on, province_code, reason_tr) values (@before, null, 'Kar'); update intake.calendar_version set version = version + 1", new { before });
        Assert.True(await DueDateAsync() > before);
    }

    async Task<DateOnly> DueDateAsync() =>
        DateOnly.ParseExact((string)JsonNode.Parse(await (await intake.SubmitAsync(Bodies.Valid())).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["dueDate"]!, "yyyy-MM-dd", null);

    Task<string?> TemplatesAsync(string number) => intake.ScalarAsync<string>("""
        select string_agg(template_code, ',' order by event_no)
        from intake.messages join intake.applications using (province_code, application_id)
        where tracking_number = @number
        """, new { number });
}
