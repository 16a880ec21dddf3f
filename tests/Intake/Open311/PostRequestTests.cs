using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

public sealed class PostRequestTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task ValidRequest_IsAnApplicationLikeAnyOther()
    {
        var key = await intake.AddKeyAsync();
        using var response = await intake.FileAsync(GeoReport.With(("attribute[circumstances][]", "veteran"), ("attribute[birth_year]", "1980"), ("media_url", "https://example.org/a.jpg"), ("account_id", "7")), key);
        var request = JsonNode.Parse(await response.TextAsync())![0]!;
        var number = string.Concat(((string)request["service_notice"]!).Where(char.IsAsciiDigit))[..18];
        Assert.Equal("7", (string)request["account_id"]!);
        Assert.Equal("request mobile SOS-01 76 1692 18 {veteran} 1980 +905551112233 t received 1", await intake.ScalarAsync<string>("""
            select concat_ws(' ', kind_code, channel_code, type_code, province_code, district_code, length(tracking_number), circumstances, birth_year, phone, notify, status,
              (select count(*) from intake.messages m where m.application_id = a.application_id))
            from intake.applications a join intake.applicants using (province_code, application_id) where tracking_number = @number
            """, new { number }));
        Assert.Equal(HttpStatusCode.OK, (await intake.Http.GetAsync($"/v1/applications/{number}")).StatusCode);
        Assert.Equal(1, await intake.ScalarAsync<int>("select count(*)::int from intake.open311_requests where service_request_id = @id and media_url is not null", new { id = (string)request["service_request_id"]! }));
    }

    [Fact]
    public async Task Xml_AnswersAsXml()
    {
        using var response = await intake.FileAsync(GeoReport.Valid(), await intake.AddKeyAsync(), "xml");
        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var request = Assert.Single(XDocument.Parse(await response.TextAsync()).Root!.Elements("request"));
        Assert.Equal(["service_request_id", "service_notice", "account_id"], request.Elements().Select(e => e.Name.LocalName));
    }

    [Theory]
    [InlineData("39.92", "44.045", 76, 1398)] // Iğdır itself
    [InlineData("40.983", "29.029", 34, 1421)] // Kadıköy's pier
    public async Task Point_GivesProvinceAndNearestDistrict(string latitude, string longitude, int province, int district)
    {
        var id = await intake.FiledAsync(GeoReport.With(("address_id", null), ("lat", latitude), ("long", longitude)), await intake.AddKeyAsync());
        Assert.Equal($"{province:00}", id[..2]);
        var stored = await intake.ScalarAsync<int>("select district_code from intake.open311_requests where service_request_id = @id", new { id });
        Assert.Equal(district, stored);
    }

    [Theory]
    [InlineData("Bağlar Mah. 12, Tuzluca / Iğdır", null, "Tuzluca")]
    [InlineData("TUZLUCA", "igdir.gov.tr", "Tuzluca")]
    [InlineData("Cumhuriyet Cad. 5 Iğdır", null, "Merkez")]
    public async Task Address_MustNameADistrict(string address, string? jurisdiction, string name)
    {
        var form = GeoReport.With(("address_id", null), ("address_string", address), ("jurisdiction_id", jurisdiction));
        var id = await intake.FiledAsync(form, await intake.AddKeyAsync());
        var district = AcikKapi.Domain.Reference.Vocabulary.Current.Districts[await intake.ScalarAsync<int>("select district_code from intake.open311_requests where service_request_id = @id", new { id })];
        Assert.Equal((76, name), (district.ProvinceCode, district.Name));
    }

    [Theory]
    [InlineData("service_code", null, 400, "service_code")]
    [InlineData("service_code", "none", 404, "service_code")]
    [InlineData("jurisdiction_id", "atina.gr", 404, "jurisdiction_id")]
    [InlineData("jurisdiction_id", "yozgat.gov.tr", 400, "yozgat.gov.tr")]
    [InlineData("address_id", null, 400, "Yer verilmedi")]
    [InlineData("address_id", "0", 400, "address_id")]
    [InlineData("lat", "200", 400, "lat, long")]
    [InlineData("lat", "39.9", 400, "lat, long")]
    [InlineData("description", null, 400, "description")]
    [InlineData("first_name", null, 400, "first_name")]
    [InlineData("phone", "12", 400, "phone")]
    [InlineData("attribute[national_id]", "10000000147", 400, "attribute[national_id]")]
    [InlineData("attribute[kind]", null, 400, "attribute[kind]")]
    [InlineData("attribute[kind]", "tip_off", 400, "İhbar")]
    [InlineData("attribute[birth_year]", "on", 400, "attribute[birth_year]")]
    [InlineData("attribute[circumstances]", "rich", 400, "attribute[circumstances]")]
    [InlineData("attribute[notify]", "perhaps", 400, "attribute[notify]")]
    [InlineData("media_url", "file:///etc/passwd", 400, "media_url")]
    [InlineData("token", "1", 400, "token")]
    [InlineData("lat,long", "40.98,29.03", 400, "lat, long")] // Kadıköy, where address_id says Tuzluca
    [InlineData("lat,long", "45.5,29.03", 400, "lat, long")] // at sea, beside an address_id
    [InlineData("address_string", "Bağ Sokak\uFFFE5", 400, "address_string")]
    [InlineData("account_id", "\uFFFF", 400, "account_id")]
    [InlineData("description", "Işık\u0001", 400, "description")]
    [InlineData("api_key", "\0", 400, "api_key")]
    [InlineData("service_code", "\0", 400, "service_code")]
    public async Task WrongArgument_IsRefusedByNameAndLeavesNoRow(string name, string? value, int status, string told)
    {
        var key = await intake.AddKeyAsync();
        var form = value is null ? GeoReport.With((name, null)) : GeoReport.With([.. name.Split(',').Zip(value.Split(','), (n, v) => (n, (string?)v))]);
        foreach (var format in new[] { "json", "xml" })
        {
            using var response = await intake.FileAsync(new(form, StringComparer.Ordinal), name == "api_key" ? null : key, format);
            Assert.Equal((HttpStatusCode)status, response.StatusCode);
            Assert.Contains(told, await response.TextAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(0, await intake.ScalarAsync<int>("select count(*)::int from intake.open311_requests join intake.open311_keys using (key_id) where key_hash = sha256(convert_to(@key, 'UTF8'))", new { key }));
    }

    [Fact]
    public async Task SeveralFaults_AreToldAtOnce()
    {
        var told = await GeoReport.RefusedAsync(await intake.FileAsync(GeoReport.With(("phone", "1"), ("last_name", null), ("address_id", null)), await intake.AddKeyAsync()), HttpStatusCode.BadRequest);
        Assert.Equal(3, told.Split('\n').Length);
    }

    /// <summary>After whatever was sent, the key's own list can still be read in both formats.</summary>
    [Fact]
    public async Task AnyArguments_NeverBreakTheKeysOwnList()
    {
        var key = await intake.AddKeyAsync();
        foreach (var name in new[] { "address_string", "account_id", "description", "media_url", "first_name", "attribute[subject]", "attribute[neighbourhood]" })
            foreach (var scrap in new[] { "\uFFFE", "\uFFFF", "\0", "\u000B", "\u0085", "\uD83D\uDE00", "]]>", "&#0;" })
                using (var response = await intake.FileAsync(GeoReport.With((name, GeoReport.Valid().GetValueOrDefault(name, "Bağ Sokak") + scrap)), key, "xml"))
                    Assert.True((int)response.StatusCode is 201 or 400, $"{name} {scrap[0]:X}: {response.StatusCode}");
        var xml = await intake.GetXmlAsync($"requests.xml?jurisdiction_id=igdir.gov.tr&extensions=true&api_key={key}");
        Assert.Equal(xml.Elements("request").Count(), (await intake.GetJsonAsync($"requests.json?jurisdiction_id=igdir.gov.tr&api_key={key}")).AsArray().Count);
        Assert.NotEmpty(xml.Elements("request"));
    }

    [Theory]
    [InlineData("requests.json?jurisdiction_id=igdir.gov.tr&service_code=%00")]
    [InlineData("requests.json?service_request_id=%00")]
    [InlineData("servicerequestupdates.json?jurisdiction_id=%00")]
    [InlineData("services.json?%00=a")]
    public async Task NulInAQuestion_IsRefused(string path) =>
        Assert.Contains("karakter", await GeoReport.RefusedAsync(await intake.Http.GetAsync("/open311/v2/" + path), HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public async Task NulInAnUpdate_IsRefused()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["service_request_id"] = "76-\0", ["description"] = "x" };
        await GeoReport.RefusedAsync(await intake.FileAsync(form, await intake.AddKeyAsync(), path: "servicerequestupdates"), HttpStatusCode.BadRequest);
    }

    /// <summary>Arguments of the address count like those of the form, attributes and the token's repetition included.</summary>
    [Fact]
    public async Task ArgumentsInTheAddress_AreRead()
    {
        var (key, token) = (await intake.AddKeyAsync(), Guid.NewGuid().ToString());
        async Task<HttpResponseMessage> SendAsync(Dictionary<string, string> arguments)
        {
            using var address = new FormUrlEncodedContent(arguments);
            return await intake.FileAsync(new(StringComparer.Ordinal), key, path: "requests", address: await address.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(GeoReport.With(("token", token)))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(GeoReport.With(("token", token)))).StatusCode);
        Assert.Contains("token", await GeoReport.RefusedAsync(await SendAsync(GeoReport.With(("token", token), ("description", "Başka bir şey."))), HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenAskedForInAnotherJurisdiction_IsNotFound()
    {
        var token = Guid.NewGuid().ToString();
        await intake.FiledAsync(GeoReport.With(("token", token)), await intake.AddKeyAsync());
        Assert.Single((await intake.GetJsonAsync($"tokens/{token}.json?jurisdiction_id=igdir.gov.tr")).AsArray());
        await GeoReport.RefusedAsync(await intake.Http.GetAsync($"/open311/v2/tokens/{token}.json?jurisdiction_id=yozgat.gov.tr"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false, "address_id")]
    [InlineData(false, "address_id,lat,long")]
    [InlineData(true, "lat,long")]
    [InlineData(true, "address_string")]
    public async Task Place_IsApproximateUnlessTheDistrictWasGiven(bool approximate, string given)
    {
        var (key, values) = (await intake.AddKeyAsync(), new Dictionary<string, string>(StringComparer.Ordinal) { ["address_id"] = "1692", ["lat"] = "39.9", ["long"] = "44.0", ["address_string"] = "Tuzluca, Iğdır" });
        var id = await intake.FiledAsync(GeoReport.With([("address_id", null), .. given.Split(',').Select(name => (name, (string?)values[name]))]), key);
        Assert.Equal(approximate, (bool)(await intake.GetJsonAsync($"requests/{id}.json?extensions=true&api_key={key}"))[0]!["extended_attributes"]!["approximate"]!);
        var number = await intake.ScalarAsync<string>("select tracking_number from intake.applications join intake.open311_requests using (province_code, application_id) where service_request_id = @id", new { id });
        var (_, opened) = await intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", """{"reason":"İnceleme"}""", await intake.AddStaffAsync("desk", "76"));
        Assert.Equal(approximate, (bool)opened!["filed"]!["approximate"]!);
    }

    [Fact]
    public async Task MissingUnknownDisabledOrForeignKey_Gets403()
    {
        var disabled = await intake.AddKeyAsync();
        await intake.ExecuteAsync("update intake.open311_keys set disabled_at = now() where key_hash = sha256(convert_to(@disabled, 'UTF8'))", new { disabled });
        foreach (var key in new[] { null, "bm90IGEga2V5", disabled, await intake.AddKeyAsync(province: 34) })
            await GeoReport.RefusedAsync(await intake.FileAsync(GeoReport.Valid(), key), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task JsonBody_Gets415InGeoReportsForm()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open311/v2/requests.json") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        await GeoReport.RefusedAsync(await intake.Http.SendAsync(request), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task SameTokenTwice_MakesOneRequestAndTokensFindIt()
    {
        var (key, token) = (await intake.AddKeyAsync(), Guid.NewGuid().ToString());
        var first = await intake.FiledAsync(GeoReport.With(("token", token)), key);
        Assert.Equal(first, await intake.FiledAsync(GeoReport.With(("token", token)), key));
        await GeoReport.RefusedAsync(await intake.FileAsync(GeoReport.With(("token", token), ("description", "Başka bir şey.")), key), HttpStatusCode.BadRequest);

        var found = (await intake.GetJsonAsync($"tokens/{token}.json"))[0]!;
        Assert.Equal((first, token), ((string)found["service_request_id"]!, (string)found["token"]!));
        Assert.Equal(first, (await intake.GetXmlAsync($"tokens/{token}.xml")).Element("request")!.Element("service_request_id")!.Value);
        await GeoReport.RefusedAsync(await intake.Http.GetAsync($"/open311/v2/tokens/{Guid.NewGuid()}.json"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task KeyOfAnOrdinaryApplication_IsNoToken()
    {
        var key = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Created, (await intake.SubmitAsync(Bodies.Valid(), key)).StatusCode);
        await GeoReport.RefusedAsync(await intake.Http.GetAsync($"/open311/v2/tokens/{key}.json"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TwentyParallelWithOneToken_MakeOneRequest()
    {
        var (key, token) = (await intake.AddKeyAsync(), Guid.NewGuid().ToString());
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            while (true)
            {
                using var response = await intake.FileAsync(GeoReport.With(("token", token)), key);
                if (response.StatusCode == HttpStatusCode.Created) return (string)JsonNode.Parse(await response.TextAsync())![0]!["service_request_id"]!;
                Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
            }
        }));
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task TooManyInAMinute_Get429ByKey()
    {
        await using var strict = await RunningIntake.WithAsync(rateLimit: 1000);
        var (key, other) = (await strict.AddKeyAsync(perMinute: 3), await strict.AddKeyAsync(perMinute: 3));
        for (var i = 0; i < 3; i++) await strict.FiledAsync(GeoReport.Valid(), key);
        using var refused = await strict.FileAsync(GeoReport.Valid(), key);
        Assert.NotNull(refused.Headers.RetryAfter);
        await GeoReport.RefusedAsync(refused, HttpStatusCode.TooManyRequests);
        await strict.FiledAsync(GeoReport.Valid(), other); // from the same address
    }

    [Fact]
    public async Task Bureau_SeesWhatWasSentAlong()
    {
        var key = await intake.AddKeyAsync();
        var id = await intake.FiledAsync(GeoReport.With(("lat", "39.9"), ("long", "44.0"), ("media_url", "https://example.org/b.jpg")), key);
        var number = await intake.ScalarAsync<string>("select tracking_number from intake.applications join intake.open311_requests using (province_code, application_id) where service_request_id = @id", new { id });
        var (status, opened) = await intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", """{"reason":"İnceleme"}""", await intake.AddStaffAsync("desk", "76"));
        Assert.Equal((HttpStatusCode.OK, 39.9, "https://example.org/b.jpg"), (status, (double)opened!["filed"]!["latitude"]!, (string)opened["filed"]!["mediaUrl"]!));
    }
}
