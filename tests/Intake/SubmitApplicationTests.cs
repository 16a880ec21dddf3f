using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class SubmitApplicationTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task ValidApplication_Gets201WithNumberAndDeadline()
    {
        var response = await intake.SubmitAsync(Bodies.Valid());
        var receipt = JsonNode.Parse(await response.TextAsync())!;
        var number = (string)receipt["trackingNumber"]!;

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Matches("^76[0-9]{16}$", number);
        Assert.Equal($"/v1/applications/{number}", response.Headers.Location!.ToString());
        Assert.Equal("received", (string)receipt["status"]!);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT[\d:.]+\+03:00$", (string)receipt["receivedAt"]!);
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", (string)receipt["dueDate"]!);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task ValidApplication_WritesApplicationApplicantAndFirstEvent()
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());

        Assert.Equal("76|posted|45-54|76|received", await One(number, "concat_ws('|', bureau_code, origin, age_band_code, province_code, status)"));
        Assert.Equal(1, await intake.ScalarAsync<int>("select count(*) from intake.applicants join intake.applications using (province_code, application_id) where tracking_number = @number and national_id = '10000000146'", new { number }));
        Assert.Equal("1 received", await intake.ScalarAsync<string>("select event_no || ' ' || event_code from intake.application_events join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    [Fact]
    public async Task ScrubbedText_HoldsNeitherNameNorPhone()
    {
        var body = Bodies.With("text", "\"Ben Çiğdem Öztürkoğlu, numaram 10000000146, telefonum 0555 111 22 33.\"");
        var scrubbed = await One(await intake.AcceptedAsync(body), "scrubbed_text");

        foreach (var secret in new[] { "Çiğdem", "Öztürkoğlu", "10000000146", "111 22 33" }) Assert.DoesNotContain(secret, scrubbed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pseudonym_IsTheSameForOnePersonAndHoldsNoNumber()
    {
        var first = await One(await intake.AcceptedAsync(Bodies.Valid()), "encode(person_pseudonym, 'hex')");
        var second = await One(await intake.AcceptedAsync(Bodies.Valid(34, 1421)), "encode(person_pseudonym, 'hex')");

        Assert.Equal(first, second);
        Assert.Equal(34, first!.Length); // key id and 128 bits
    }

    [Fact]
    public async Task TipOffWithoutApplicant_KeepsTheDayOnlyAndNoPerson()
    {
        var response = await intake.SubmitAsync(Bodies.TipOff());
        var receipt = JsonNode.Parse(await response.TextAsync())!;
        var number = (string)receipt["trackingNumber"]!;

        Assert.Matches(@"^\d{4}-\d\d-\d\d$", (string)receipt["receivedAt"]!);
        Assert.Equal("00:00:00 f t t", await One(number, "concat_ws(' ', (received_at at time zone 'Europe/Istanbul')::time, notify, person_pseudonym is null, scrubbed_text is null)"));
        Assert.Equal(0, await intake.ScalarAsync<int>("select count(*) from intake.applicants join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
        Assert.True(await intake.ScalarAsync<bool>("select created_at = date_trunc('day', created_at at time zone 'Europe/Istanbul') at time zone 'Europe/Istanbul' from intake.idempotency_keys where response like '%' || @number || '%'", new { number }));
    }

    [Fact]
    public async Task Confidential_IsSealedAndHasNoScrubbedText() =>
        Assert.Equal("t t", await One(await intake.AcceptedAsync(Bodies.With("confidential", "true")), "concat_ws(' ', sealed, scrubbed_text is null)"));

    [Fact]
    public async Task BureauOfTheDistrict_ReceivesOnceItIsOpen()
    {
        await intake.ExecuteAsync("insert into intake.bureaus (bureau_code, name, province_code, district_code, opened_on, closed_on) values ('34-1421', 'Kaymakamlık', 34, 1421, '2020-01-01', null), ('6-1872', 'Kaymakamlık', 6, 1872, '2020-01-01', '2021-01-01')");

        Assert.Equal("34-1421", await One(await intake.AcceptedAsync(Bodies.Valid(34, 1421)), "bureau_code"));
        Assert.Equal("6", await One(await intake.AcceptedAsync(Bodies.Valid(6, 1872)), "bureau_code"));
    }

    [Fact]
    public async Task NameWithDottedAndDotlessI_IsKeptLetterForLetter()
    {
        var body = Bodies.With("applicant.firstName", "\"  Işıl-İnci D’arcy  \"");
        var number = await intake.AcceptedAsync(body);
        Assert.Equal("Işıl-İnci D’arcy", await intake.ScalarAsync<string>("select first_name from intake.applicants join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    Task<string?> One(string number, string column) =>
        intake.ScalarAsync<string>($"select {column} from intake.applications where tracking_number = @number", new { number });
}
