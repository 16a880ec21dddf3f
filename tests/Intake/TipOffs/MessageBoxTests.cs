using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

public sealed class MessageBoxTests : TipOffWorld
{
    [Fact]
    public async Task SenderAndBureau_WriteToEachOtherBehindTheReceipt()
    {
        var (number, key) = await SentAsync(Bodies.TipOff());
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Mazot perşembe günü gelecek.", key: key));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Hangi depo?", Desk));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Istasyonun arkasındaki.", key: key.ToUpperInvariant()));

        string[] told = ["1 sender Mazot perşembe günü gelecek.", "2 bureau Hangi depo?", "3 sender Istasyonun arkasındaki."];
        Assert.Equal(told, Told((await ReadAsync(number, key: key)).Json));
        Assert.Equal(told, Told((await OpenBoxAsync(number, Desk)).Json));
        Assert.Empty(FoundIn(await DumpAsync(), ["Mazot"]));
    }

    /// <summary>The number is known to every officer who handles the tip-off: it alone opens nothing.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("another")]
    public async Task BoxWithoutItsKey_IsAnsweredLikeAnUnknownNumber(string? given)
    {
        var (number, key) = await SentAsync(Bodies.TipOff());
        if (given == "another") given = (await SentAsync(Bodies.TipOff())).Key;
        var wrong = await ReadAsync(number, key: given);
        var unknown = await ReadAsync("761111111111111111", key: given);
        Assert.Equal((HttpStatusCode.NotFound, unknown.Json!.ToJsonString()), (wrong.Status, wrong.Json!.ToJsonString()));
        Assert.Equal(HttpStatusCode.NotFound, await WriteAsync(number, "Ben ihbarcıyım.", key: given));
        Assert.Equal("[]", (await ReadAsync(number, key: key)).Json!.ToJsonString());
    }

    [Fact]
    public async Task SameSubmissionTwice_TellsTheSameKeyAndKeepsNoneOfIt()
    {
        var (body, idempotency) = (Bodies.TipOff(), Guid.NewGuid());
        var answers = new[] { await Intake.SubmitAsync(body, idempotency), await Intake.SubmitAsync(body, idempotency) };
        var texts = new[] { await answers[0].TextAsync(), await answers[1].TextAsync() };
        Assert.Equal(texts[0], texts[1]);
        var key = (string)JsonNode.Parse(texts[0])!["boxKey"]!;
        Assert.Empty(FoundIn(await DumpAsync(), [key, key.Replace("-", "", StringComparison.Ordinal)]));
        Assert.Null((await Intake.ReceiptAsync(Bodies.Valid()))["boxKey"]); // of tip-offs only
    }

    /// <summary>Somebody whose token ran out must not be taken for the sender; staff say why they read; a unit does not correspond.</summary>
    [Fact]
    public async Task Staff_WriteAsTheBureauAndReadWithAReasonThatIsLogged()
    {
        await Intake.AddUnitAsync("76-SAG", 76);
        var liaison = await Intake.AddStaffAsync("liaison", "76", "76-SAG");
        var (number, key) = await SentAsync(Bodies.TipOff());
        await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"routed","unitCode":"76-SAG"}""", Desk);
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(number, "Biz büroyuz.", "expired"));
        Assert.Equal(HttpStatusCode.Unauthorized, await WriteAsync(number, "Biz büroyuz.", "expired", key));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync(number, "expired", key)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync(number, Desk)).Status); // only by an opening
        foreach (var status in new[] { await WriteAsync(number, "Birim yazıyor.", liaison), (await OpenBoxAsync(number, liaison)).Status }) Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Intake.AskAsync(HttpMethod.Post, $"/v1/tip-offs/{number}/messages/openings", "{}", Desk)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenBoxAsync(number, await Intake.AddStaffAsync("desk", "34"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenBoxAsync(await Intake.AcceptedAsync(Bodies.Valid()), Desk)).Status); // no tip-off
        Assert.Equal(0, await Intake.ScalarAsync<int>("select count(*)::int from intake.access_log"));

        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Hangi depo?", Governor));
        Assert.Equal(["1 bureau Hangi depo?"], Told((await OpenBoxAsync(number, Desk)).Json));
        Assert.Equal("desk İhbarı yönlendireceğim", await Intake.ScalarAsync<string>("select string_agg(actor_role_code || ' ' || reason, ',') from intake.access_log"));
        Assert.Equal(["1 bureau Hangi depo?"], Told((await ReadAsync(number, key: key)).Json));
    }

    [Fact]
    public async Task SealedTipOffsBox_IsTheExecutivesAlone()
    {
        var body = Bodies.TipOff();
        body["confidential"] = true;
        var (number, key) = await SentAsync(body);
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Gizli kalsın.", key: key));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await OpenBoxAsync(number, Desk)).Status, await WriteAsync(number, "Hangi depo?", Desk)));
        Assert.Equal(["1 sender Gizli kalsın."], Told((await OpenBoxAsync(number, Governor)).Json));
    }

    [Fact]
    public async Task BoxOfNoTipOff_IsAnsweredLikeAnUnknownNumber()
    {
        var complaint = await Intake.AcceptedAsync(Bodies.Valid());
        var answers = new List<string>();
        foreach (var number in new[] { complaint, "761111111111111111", "99", "x" })
        {
            var (status, json) = await Intake.AskAsync(HttpMethod.Get, $"/v1/tip-offs/{number}/messages");
            answers.Add($"{status} {json?["title"]} {json?["detail"]}");
            Assert.Equal(HttpStatusCode.NotFound, await WriteAsync(number, "Deneme"));
        }
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        var tipOff = await Intake.AcceptedAsync(Bodies.TipOff());
        Assert.Equal(HttpStatusCode.NotFound, await WriteAsync(tipOff, "Deneme", await Intake.AddStaffAsync("desk", "34")));
    }
}
