using System.Net;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

public sealed class ForgetTipOffsTests : TipOffWorld
{
    [Fact]
    public async Task TipOffNobodyTookUp_IsForgottenAfterNinetyDays()
    {
        var sent = new List<(string Number, string Key)>();
        for (var i = 0; i < 4; i++) sent.Add(await SentAsync(Named(notify: true)));
        var (old, rejected, taken, young) = (sent[0].Number, sent[1].Number, sent[2].Number, sent[3].Number);
        foreach (var (number, key) in sent[..2])
        {
            await WriteAsync(number, "Kimse yok mu?", key: key);
            await AttachAsync(number);
        }
        await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{rejected}/events", """{"event":"rejected","reasonCode":"repeated"}""", Desk);
        await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{taken}/events", """{"event":"with_executive"}""", Desk);
        await Intake.ExecuteAsync("update intake.applications set received_at = received_at - case when tracking_number = @young then interval '89 days' else interval '91 days' end", new { young });
        await using (await RunningIntake.WithAsync(database: Intake.Database)) // looks when it starts
            await WaitAsync(async () => await Intake.ScalarAsync<int>("select count(*)::int from intake.applications where sealed_words is null") > 0);
        Assert.Equal([.. new[] { old, rejected }.Order(StringComparer.Ordinal)],
            await Intake.ListAsync<string>("select tracking_number from intake.applications where sealed_words is null and sealed_phone is null order by 1"));
        Assert.Equal(0, await Intake.ScalarAsync<int>("select (select count(*) from intake.tip_off_messages) + (select count(*) from intake.attachments)"));
        Assert.True((bool)(await OpenAsync(old, Why, Desk)).Json!["forgotten"]!);
        Assert.Equal(HttpStatusCode.OK, (await Intake.AskAsync(HttpMethod.Get, $"/v1/applications/{old}")).Status); // that there was one stays
    }

    /// <summary>Its phone is needed for one more SMS, and then no more.</summary>
    [Fact]
    public async Task PhoneOfATipOffHandedOver_GoesOnceItsMessageIsSent()
    {
        var number = await Intake.AcceptedAsync(Named(notify: true));
        await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"referred","provinceCode":34}""", Desk);
        const string Left = "select count(*)::int from intake.applications where status = 'referred' and sealed_phone is not null";
        await using (await RunningIntake.WithAsync(database: Intake.Database)) await Task.Delay(1500, TestContext.Current.CancellationToken); // has looked
        Assert.Equal(1, await Intake.ScalarAsync<int>(Left));
        await Intake.ExecuteAsync("update intake.messages set state = 'sent'");
        await using (await RunningIntake.WithAsync(database: Intake.Database)) await WaitAsync(async () => await Intake.ScalarAsync<int>(Left) == 0);
    }
}
