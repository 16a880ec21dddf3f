using System.Globalization;
using System.Net;
using AcikKapi.Domain.Reference;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

/// <summary>Who sees what: the public by heading, day and district where twenty are alike, a key its own in full.</summary>
public sealed class PublicListTests : FiledRequests
{
    const string Place = "requests.json?jurisdiction_id=igdir.gov.tr";
    const string List = Place + "&start_date=2026-02-01T00:00:00Z&end_date=2026-04-30T00:00:00Z";

    static readonly string[] Fields =
    [
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice", "requested_datetime", "updated_datetime",
        "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
    ];

    [Fact]
    public async Task Nineteen_AreHiddenAndTwentyAreShown()
    {
        var ids = await FileAsync(19);
        Assert.Empty((await Intake.GetJsonAsync(List)).AsArray());
        await GeoReport.RefusedAsync(await Intake.Http.GetAsync($"/open311/v2/requests/{ids[0]}.json"), HttpStatusCode.NotFound);
        ids.AddRange(await FileAsync(1, "SOS-02")); // another topic of the heading

        var list = (await Intake.GetJsonAsync(List)).AsArray();
        Assert.Equal(ids.Order(StringComparer.Ordinal), list.Select(r => (string)r!["service_request_id"]!).Order(StringComparer.Ordinal));
        Assert.Single((await Intake.GetJsonAsync($"requests/{ids[0]}.json")).AsArray());
    }

    [Fact]
    public async Task OthersRequest_CarriesHeadingStateDaysDistrictAndCentreOnly()
    {
        await FileAsync(20, changes: [("lat", "39.801"), ("long", "43.999"), ("address_string", "Gizli Sokak 5"), ("media_url", "https://example.org/gizli.jpg"), ("address_id", "1692")]);
        var centre = Centres.OfDistrict(1692);
        Assert.All((await Intake.GetJsonAsync(List + "&extensions=true")).AsArray(), r =>
        {
            Assert.Equal([.. Fields, "extended_attributes"], r!.AsObject().Select(f => f.Key));
            Assert.Equal(("SOS", "Sosyal Yardım ve Sosyal Hizmetler", "open"), ((string)r["service_code"]!, (string)r["service_name"]!, (string)r["status"]!));
            Assert.Equal((centre.Latitude, centre.Longitude, "1692"), ((double)r["lat"]!, (double)r["long"]!, (string)r["address_id"]!));
            Assert.EndsWith("T00:00:00+03:00", (string)r["requested_datetime"]!, StringComparison.Ordinal);
            Assert.EndsWith("T00:00:00+03:00", (string)r["updated_datetime"]!, StringComparison.Ordinal);
            foreach (var hidden in new[] { "description", "status_notes", "agency_responsible", "media_url" }) Assert.Null(r[hidden]);
            Assert.Null(r["extended_attributes"]!["tracking_number"]);
            Assert.DoesNotContain("izli", r.ToJsonString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task SealedOnesAndThoseWithACircumstance_AreNeverShownNorCounted()
    {
        var ids = await FileAsync(19);
        await FileAsync(1, changes: [("attribute[confidential]", "true")]);
        await FileAsync(1, changes: [("attribute[circumstances]", "veteran,ill")]);
        Assert.Empty((await Intake.GetJsonAsync(List)).AsArray());

        await FileAsync(1);
        Assert.Equal(20, (await Intake.GetJsonAsync(List)).AsArray().Count);
        await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{await NumberAsync(ids[0])}/events", """{"event":"confidential_set"}""", await Intake.AddStaffAsync("desk", "76"));
        Assert.Empty((await Intake.GetJsonAsync(List)).AsArray()); // sealed later: nineteen are left
    }

    [Fact]
    public async Task OtherDistrictHeadingMonthOrDoor_CountsByItself()
    {
        await FileAsync(10);
        await FileAsync(10, "CSG-01");
        var tuzluca = Vocabulary.Current.DistrictsOf(76).First(d => d.Code != 1692).Code.ToString(CultureInfo.InvariantCulture);
        await FileAsync(10, changes: [("address_id", tuzluca)]);
        await FileAsync(10, at: "2026-02-27T21:30:00Z"); // 28 February in Istanbul
        for (var i = 0; i < 10; i++) await Intake.AcceptedAsync(Bodies.With("typeCode", "\"SOS-01\""), simulatedAt: "2026-03-10T09:00:00Z"); // by the web
        Assert.Empty((await Intake.GetJsonAsync(List)).AsArray());
        await FileAsync(10, at: "2026-03-31T20:59:00Z"); // the month's last minute in Istanbul
        Assert.Equal(20, (await Intake.GetJsonAsync(List)).AsArray().Count);
    }

    [Fact]
    public async Task OwnRequest_IsSeenInFullAtOnce()
    {
        var id = (await FileAsync(1, changes: [("lat", "39.801"), ("long", "43.999"), ("address_string", "Iğdır, Bağ Sokak 5"), ("media_url", "https://example.org/a.jpg")]))[0];
        var own = (await Intake.GetJsonAsync($"requests/{id}.json?extensions=true&api_key={Key}"))[0]!;
        Assert.Equal([.. Fields, "extended_attributes"], own.AsObject().Select(f => f.Key));
        Assert.Equal(("SOS-01", "Işıklar üç haftadır yanmıyor.", "Iğdır, Bağ Sokak 5", 39.801), ((string)own["service_code"]!, (string)own["description"]!, (string)own["address"]!, (double)own["lat"]!));
        Assert.Equal("2026-03-10T12:00:00+03:00", (string)own["requested_datetime"]!);
        Assert.Equal(await NumberAsync(id), (string)own["extended_attributes"]!["tracking_number"]!);
        Assert.Single((await Intake.GetJsonAsync($"{List}&api_key={Key}")).AsArray());
        Assert.Empty((await Intake.GetJsonAsync($"{List}&api_key={await Intake.AddKeyAsync()}")).AsArray()); // another program's key
        Assert.Equal(Fields, (await Intake.GetXmlAsync($"requests/{id}.xml?api_key={Key}")).Element("request")!.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public async Task OwnSealedRequest_ShowsHowFarItIsAndNoWords()
    {
        var id = (await FileAsync(1, changes: [("attribute[confidential]", "true"), ("media_url", "https://example.org/a.jpg")]))[0];
        var own = (await Intake.GetJsonAsync($"requests/{id}.json?api_key={Key}"))[0]!;
        Assert.Equal("open", (string)own["status"]!);
        foreach (var hidden in new[] { "description", "agency_responsible", "media_url", "service_code", "service_name" }) Assert.Null(own[hidden]);
        foreach (var subject in new[] { "SOS", "SOS-01" }) Assert.Empty((await Intake.GetJsonAsync($"{List}&service_code={subject}&api_key={Key}")).AsArray()); // nor can it be found by asking
    }

    /// <summary>Sealed later, one alone never vanishes: whoever compares two days' lists learns of twenty that one is among them.</summary>
    [Theory]
    [InlineData(21, 3, 0)]
    [InlineData(39, 38, 0)]
    [InlineData(45, 3, 25)] // the first twenty go, the last 25 stay
    [InlineData(45, 30, 20)]
    public async Task RequestSealedLater_TakesItsWholeBlockWithIt(int filed, int which, int left)
    {
        var ids = await FileAsync(filed);
        Assert.Equal(filed, (await Intake.GetJsonAsync(List)).AsArray().Count);
        var (desk, number) = (await Intake.AddStaffAsync("desk", "76"), await NumberAsync(ids[which]));
        await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"confidential_set"}""", desk);
        var shown = (await Intake.GetJsonAsync(List)).AsArray().Select(r => (string)r!["service_request_id"]!).ToList();
        Assert.Equal(left, shown.Count);
        Assert.DoesNotContain(ids[which], shown);
        await GeoReport.RefusedAsync(await Intake.Http.GetAsync($"/open311/v2/requests/{ids[which]}.json"), HttpStatusCode.NotFound);
        Assert.Equal(shown.Order(StringComparer.Ordinal), (await Intake.GetJsonAsync(Updates)).AsArray().Select(u => (string)u!["service_request_id"]!).Distinct().Order(StringComparer.Ordinal));

        await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"confidential_lifted"}""", await Intake.AddStaffAsync("executive", "76"));
        Assert.Equal(filed, (await Intake.GetJsonAsync(List)).AsArray().Count);
    }

    [Fact]
    public async Task OwnRequests_AreListedByInstantTheNewestFirst()
    {
        foreach (var hour in new[] { 9, 7, 11 }) await FileAsync(1, at: $"2026-03-10T{hour:00}:00:00Z");
        Assert.Equal(["14", "12", "10"], (await Intake.GetJsonAsync($"{List}&api_key={Key}")).AsArray().Select(r => ((string)r!["requested_datetime"]!)[11..13]));
    }

    [Fact]
    public async Task RepeatedArgument_IsAList()
    {
        await FileAsync(1);
        await FileAsync(1, "CSG-01");
        foreach (var services in new[] { "service_code=SOS&service_code=CSG", "service_code=SOS,CSG" })
            Assert.Equal(2, (await Intake.GetJsonAsync($"{List}&{services}&api_key={Key}")).AsArray().Count);
    }

    [Fact]
    public async Task WithoutDates_TheLastNinetyDaysAreListed()
    {
        foreach (var days in new[] { 89, 91 }) await FileAsync(1, at: DateTime.UtcNow.AddDays(-days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var listed = Assert.Single((await Intake.GetJsonAsync($"{Place}&api_key={Key}")).AsArray());
        Assert.Equal(89, (int)(DateTime.UtcNow - DateTimeOffset.Parse((string)listed!["requested_datetime"]!, CultureInfo.InvariantCulture).UtcDateTime).TotalDays);
    }

    [Fact]
    public async Task LongList_IsCutAtOneThousandAndPaged()
    {
        await FileAsync(1);
        await Intake.ExecuteAsync("""
            with more as (
              insert into intake.applications (province_code, tracking_number, origin, kind_code, channel_code, type_code, district_code, bureau_code, hide_identity, confidential,
                state_of_emergency, sealed, notify, received_at, due_on, status)
              select 76, '76' || lpad(g::text, 16, '0'), origin, kind_code, channel_code, type_code, district_code, bureau_code, false, false, false, false, false, received_at, due_on, status
              from intake.applications, generate_series(1, 1004) g
              returning application_id, received_at
            ),
            events as (insert into intake.application_events (province_code, application_id, event_no, event_code, at) select 76, application_id, 1, 'received', received_at from more)
            insert into intake.open311_requests (province_code, application_id, service_request_id, key_id, month, district_code, approximate, last_step_at)
            select 76, m.application_id, '76-' || lpad(m.application_id::text, 13, '0'), key_id, month, district_code, false, m.received_at from more m, intake.open311_requests
            """);
        await Intake.ExecuteAsync("analyze intake.applications, intake.application_events, intake.open311_requests"); // as the server does by itself within a minute
        Assert.Equal(1000, (await Intake.GetJsonAsync(List)).AsArray().Count);
        Assert.Equal(5, (await Intake.GetJsonAsync(List + "&page=2")).AsArray().Count);
        Assert.Equal(1000, (await Intake.GetJsonAsync("servicerequestupdates.json?jurisdiction_id=igdir.gov.tr&start_date=2026-03-01T00:00:00Z")).AsArray().Count);
    }

    [Fact]
    public async Task DatesOfOthers_AreComparedByDay()
    {
        await FileAsync(20); // at noon
        foreach (var (start, shown) in new[] { ("2026-03-10T00:00:00%2B03:00", 20), ("2026-03-10T00:00:01%2B03:00", 0), ("2026-03-10T11:59:00%2B03:00", 0) }) // a search by halves would else find the hour
            Assert.Equal(shown, (await Intake.GetJsonAsync($"{Place}&start_date={start}&end_date=2026-04-01T00:00:00Z")).AsArray().Count);
        Assert.Single((await Intake.GetJsonAsync($"{Place}&start_date=2026-03-10T11:59:00%2B03:00&end_date=2026-04-01T00:00:00Z&api_key={Key}&page_size=1")).AsArray());
    }

    [Fact]
    public async Task StateServiceAndPage_Filter()
    {
        await Intake.AddUnitAsync("76-SAG", 76);
        var ids = await FileAsync(20);
        await AnswerAsync(ids[0], "resolved");
        foreach (var (filter, shown) in new[] { ("status=open", 19), ("status=closed", 1), ("status=open,closed", 20), ("status=fixed", 0), ("service_code=SOS", 20), ("service_code=SOS-01", 0), ("service_code=CSG,SOS", 20), ("page_size=15&page=2", 5) })
            Assert.Equal((filter, shown), (filter, (await Intake.GetJsonAsync($"{List}&{filter}")).AsArray().Count));
        foreach (var (filter, shown) in new[] { ("status=fixed", 1), ("service_code=SOS-01", 20), ("service_code=SOS", 20), ("status=in_progress", 0) })
            Assert.Equal((filter, shown), (filter, (await Intake.GetJsonAsync($"{List}&{filter}&api_key={Key}")).AsArray().Count));
        Assert.Equal(2, (await Intake.GetJsonAsync($"requests.json?service_request_id={ids[0]},{ids[1]},76-0000000000000,x&status=open")).AsArray().Count); // ids override the rest
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("jurisdiction_id=igdir.gov.tr&status=perhaps", 400)]
    [InlineData("jurisdiction_id=igdir.gov.tr&start_date=yesterday", 400)]
    [InlineData("jurisdiction_id=igdir.gov.tr&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z", 400)]
    [InlineData("jurisdiction_id=igdir.gov.tr&start_date=2026-06-01T00:00:00Z&end_date=2026-05-01T00:00:00Z", 400)]
    [InlineData("jurisdiction_id=igdir.gov.tr&start_date=2099-01-01T00:00:00Z", 400)]
    [InlineData("jurisdiction_id=igdir.gov.tr&page=0", 400)]
    [InlineData("jurisdiction_id=igdir.gov.tr&page_size=1001", 400)]
    public async Task WrongQuestion_IsRefused(string query, int status) =>
        await GeoReport.RefusedAsync(await Intake.Http.GetAsync("/open311/v2/requests.json?" + query), (HttpStatusCode)status);

    [Fact]
    public async Task EmptyArguments_AreNone() => Assert.Empty((await Intake.GetJsonAsync(Place + "&status=&start_date=&service_code=&service_request_id=&api_key=")).AsArray());

    [Fact]
    public async Task FutureStart_IsToldAsSuch() =>
        Assert.Contains("gelecekte", await GeoReport.RefusedAsync(await Intake.Http.GetAsync($"/open311/v2/{Place}&start_date=2099-01-01T00:00:00Z"), HttpStatusCode.BadRequest), StringComparison.Ordinal);
}
