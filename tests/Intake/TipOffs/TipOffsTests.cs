using System.Net;
using System.Security.Cryptography;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake;
using AcikKapi.Intake.TipOffs;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

/// <summary>P14: whoever sends a tip-off is not to be found, and can still be answered.</summary>
public sealed class TipOffsTests : TipOffWorld
{
    /// <summary>As text and, because a dump writes bytes so, in hexadecimal; the controls are the same words where they do lie open.</summary>
    [Fact]
    public async Task DumpOfTheDatabase_HoldsNothingOfTheSender()
    {
        var keys = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            var receipt = await Intake.ReceiptAsync(Named(notify: i % 2 == 0));
            var (number, key) = ((string)receipt["trackingNumber"]!, (string)receipt["boxKey"]!);
            keys.Add(key);
            Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, $"Beni {CanaryBox} beyden sorun.", key: key));
            Assert.Equal(HttpStatusCode.Created, await AttachAsync(number));
        }
        Assert.Empty(FoundIn(await DumpAsync(), [.. Canaries, CanaryBox, CanaryPicture, .. keys, .. keys.Select(k => k.Replace("-", "", StringComparison.Ordinal))]));

        var complaint = Named(notify: true);
        (complaint["kind"], complaint["subject"]) = ("complaint", CanaryBox);
        await AttachAsync(await Intake.AcceptedAsync(complaint));
        await Intake.ExecuteAsync("update intake.tip_off_messages set sealed_text = convert_to(@CanaryBox, 'UTF8') where message_no = 1", new { CanaryBox }); // as if sealing did nothing
        string[] all = [.. Canaries, CanaryBox, CanaryPicture];
        var open = FoundIn(await DumpAsync(), all);
        Assert.Equal(all.Order(StringComparer.Ordinal), open.Select(f => f.Canary).Distinct().Order(StringComparer.Ordinal));
        Assert.All([CanaryBox, CanaryPicture], canary => Assert.Contains((canary, true), open)); // found among bytes as well
    }

    [Fact]
    public async Task RowsOfATipOff_HaveNoClockTimeNoPersonAndNoAddress()
    {
        await Intake.AcceptedAsync(Named(notify: true));
        var times = await Intake.ScalarAsync<string>("""
            select string_agg(distinct (t at time zone 'Europe/Istanbul')::time::text, ',') from (
              select received_at from intake.applications
              union all select at from intake.application_events
              union all select created_at from intake.messages
              union all select created_at from intake.idempotency_keys) x (t)
            """);
        Assert.Equal("00:00:00", times);
        Assert.Equal(0, await Intake.ScalarAsync<int>("select num_nonnulls(person_pseudonym, gender_code, age_band_code, education_code, employment_code, neighbourhood, subject, body, scrubbed_text) from intake.applications"));
        Assert.Equal(0, await Intake.ScalarAsync<int>("select count(*)::int from intake.applicants"));
        Assert.Equal(0, await Intake.ScalarAsync<int>("select count(*)::int from information_schema.columns where table_schema = 'intake' and (column_name ~ 'agent|address|(^|_)ip(_|$)' or data_type in ('inet', 'cidr', 'macaddr'))"));
    }

    /// <summary>Each bureau's line has a key of its own, the district's as well as the governorship's.</summary>
    [Fact]
    public async Task TipOff_IsSealedForTheBureauThatReceivesIt()
    {
        await Intake.ExecuteAsync("insert into intake.bureaus (bureau_code, name, province_code, district_code, opened_on) values ('76-1692', 'Tuzluca', 76, 1692, '2020-01-01')");
        var (district, governorship) = (Named(notify: true), Named(notify: true));
        governorship["location"]!["districtCode"] = 1398; // has no bureau
        var seal = new TipOffSeal(Convert.FromBase64String(await PostgresServer.SecretAsync("tip-off.key")));
        foreach (var (body, bureau, other) in new[] { (district, "76-1692", "76"), (governorship, "76", "76-1398") })
        {
            var (number, key) = await SentAsync(body);
            await WriteAsync(number, CanaryBox, key: key);
            await AttachAsync(number);
            Assert.Equal(bureau, await Intake.ScalarAsync<string>("select bureau_code from intake.applications where tracking_number = @number", new { number }));
            foreach (var box in await Intake.ListAsync<byte[]>("""
                select unnest(array[sealed_words, sealed_phone, m.sealed_text, f.content]) from intake.applications
                join intake.tip_off_messages m using (application_id) join intake.attachments f using (application_id) where tracking_number = @number
                """, new { number }))
            {
                Assert.NotEmpty(seal.OpenBytes(bureau, number, box));
                Assert.ThrowsAny<CryptographicException>(() => seal.OpenBytes(other, number, box));
            }
            Assert.Equal(HttpStatusCode.OK, (await OpenAsync(number, Why, Desk)).Status);
        }
    }

    [Fact]
    public async Task Opening_ShowsTheWordsAndIsLoggedWithItsReason()
    {
        var number = await Intake.AcceptedAsync(Named(notify: false));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(number, "{}", Desk)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAsync(number, Why, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(number, Why, await Intake.AddStaffAsync("desk", "34"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await OpenAsync(number, Why, await Intake.AddStaffAsync("field", "76"))).Status);

        var (status, opened) = await OpenAsync(number, Why, Desk);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((Canary, CanaryPlace), ((string)opened!["applicant"]!["lastName"]!, (string)opened["neighbourhood"]!));
        Assert.Contains(CanaryWords, (string)opened["text"]!, StringComparison.Ordinal);
        Assert.Equal("desk İhbarı yönlendireceğim", await Intake.ScalarAsync<string>("select string_agg(actor_role_code || ' ' || reason, ',') from intake.access_log"));
    }

    [Fact]
    public async Task LiaisonOfficer_ReadsATipOffWithoutItsSender()
    {
        await Intake.AddUnitAsync("76-SAG", 76);
        var (number, hidden) = (await Intake.AcceptedAsync(Named(notify: false)), Bodies.Valid());
        hidden["hideIdentity"] = true;
        var complaint = await Intake.AcceptedAsync(hidden);
        var (liaison, stranger) = (await Intake.AddStaffAsync("liaison", "76", "76-SAG"), await Intake.AddStaffAsync("liaison", "76"));
        foreach (var n in new[] { number, complaint })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(n, Why, liaison)).Status); // not there yet
            await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{n}/events", """{"event":"routed","unitCode":"76-SAG"}""", Desk);
            var (status, opened) = await OpenAsync(n, Why, liaison);
            Assert.Equal((HttpStatusCode.OK, null), (status, opened!["applicant"]));
            Assert.NotNull(opened["text"]);
            Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(n, Why, stranger)).Status);
        }
    }

    [Fact]
    public async Task SealedTipOff_IsNotThereForWhoeverMayNotHandItOn()
    {
        var body = Named(notify: false);
        body["confidential"] = true;
        var number = await Intake.AcceptedAsync(body);
        // Whose work it never is hears so before anything is looked up; a liaison officer could have it, but not this one.
        foreach (var (role, there, missing) in new[] { ("field", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ("analyst", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ("liaison", HttpStatusCode.NotFound, HttpStatusCode.NotFound), ("desk", HttpStatusCode.OK, HttpStatusCode.NotFound) })
        {
            var token = await Intake.AddStaffAsync(role, "76");
            foreach (var (asked, status) in new[] { (TrackingNumber.Create(76), missing), (number, there) })
                Assert.Equal(status, (await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{asked}/events", """{"event":"with_executive"}""", token)).Status);
        }
    }

    [Fact]
    public async Task SealedTipOff_IsTheExecutivesAlone()
    {
        var body = Named(notify: false);
        body["confidential"] = true;
        var number = await Intake.AcceptedAsync(body);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(number, Why, Desk)).Status);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(number, Why, Governor)).Status);
    }

    [Fact]
    public async Task SenderWhoAskedForSms_GetsItWithoutAWordOfTheMatter()
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var relaying = await RunningIntake.WithAsync(sms: SmsSettings.Off with { Url = gateway.Address, RetryAfter = TimeSpan.FromMilliseconds(200), Tries = 1000 }, database: Intake.Database);
        var number = await relaying.AcceptedAsync(Named(notify: true));
        var limit = DateTime.UtcNow.AddSeconds(90);
        while (gateway.Messages.Count == 0 && DateTime.UtcNow < limit) await Task.Delay(100, TestContext.Current.CancellationToken);
        var message = Assert.Single(gateway.Messages);
        Assert.Equal(CanaryPhone, message.Phone);
        Assert.Contains(number, message.Text, StringComparison.Ordinal);
    }
}
