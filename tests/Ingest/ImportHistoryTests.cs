using System.Globalization;
using System.Text;
using AcikKapi.Domain;
using AcikKapi.Ingest.Import;
using Xunit;

namespace AcikKapi.Tests.Ingest;

/// <summary>The contract's history import, on a real database.</summary>
public sealed class ImportHistoryTests : IAsyncLifetime
{
    const string Units = "unit_code,name,institution,kind,province_code,district_code\n76-YOL,Yol Müdürlüğü,Belediye,municipality,76,\n76-SAG,İl Sağlık Müdürlüğü,Sağlık Bakanlığı,directorate,76,1398\n";

    const string Columns =
        "external_id,kind,channel,type_code,province_code,district_code,unit_code,received_at,routed_at,answered_at,closed_at,outcome,gender,birth_year,education,employment,circumstances,satisfaction,text";

    const string Full =
        "A1,complaint,web,SOS-01,76,1692,76-YOL,2026-03-02T09:00:00+03:00,2026-03-02T10:00:00+03:00,2026-03-05T10:00:00+03:00,2026-03-06T10:00:00+03:00,resolved,female,1980,university,retired,veteran|ill,4,\"Yol bozuk,\n0555 111 22 33\"";

    IngestWorld _world = null!;
    string _folder = "";

    public async ValueTask InitializeAsync() => (_world, _folder) = (await IngestWorld.CreateAsync(), Directory.CreateTempSubdirectory("acikkapi-import-").FullName);

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task StageColumns_BecomeEventsWithDeadlinesAndScrubbedText()
    {
        var result = await ImportAsync(Full, "A2,request,desk_oral,,76,,,2026-03-02T09:00:00Z,,,,,,,,,,,");
        Assert.Equal((2, 2, 0, 0, 0), (result.Applications.Read, result.Applications.New, result.Applications.Corrected, result.Applications.Unchanged, result.Applications.Rejected));
        Assert.Equal(2, result.Units.New);
        Assert.Equal(["1 received -", "2 routed 76-YOL 2026-03-11", "3 answered - resolved", "4 closed -", "5 rated - 4"], await _world.ReadAsync(
            "select concat_ws(' ', event_no, event_code, coalesce(e.unit_code, '-'), outcome_code, score, e.due_on) from intake.application_events e join intake.applications using (province_code, application_id) where external_id = 'A1' order by event_no"));
        Assert.Equal(["imported closed 76-YOL 76 2026-03-11 female 45-54 {ill,veteran}"], await _world.ReadAsync(
            "select concat_ws(' ', origin, status, unit_code, bureau_code, due_on, gender_code, replace(age_band_code, '_', '-'), circumstances) from intake.applications where external_id = 'A1'"));
        Assert.Equal(["0"], await _world.ReadAsync("select count(*) from intake.applications where scrubbed_text like '%555%'"));
        Assert.Equal(["1"], await _world.ReadAsync("select count(*) from intake.applications where body like '%0555 111 22 33%'"));
    }

    [Fact]
    public async Task SameFileTwice_ChangesNothingAndOtherContentIsALoggedCorrection()
    {
        await ImportAsync(Full);
        var before = await _world.ReadAsync("select a.changed_xid || ' ' || e.changed_xid from intake.applications a join intake.application_events e using (province_code, application_id) order by 1");
        Assert.Equal((0, 0, 1), await CountsAsync(Full));
        Assert.Equal(before, await _world.ReadAsync("select a.changed_xid || ' ' || e.changed_xid from intake.applications a join intake.application_events e using (province_code, application_id) order by 1"));

        Assert.Equal((0, 1, 0), await CountsAsync(Full.Replace(",4,\"", ",2,\"", StringComparison.Ordinal)));
        Assert.Equal(["2"], await _world.ReadAsync("select score from intake.application_events where score is not null"));
        Assert.Equal(["1"], await _world.ReadAsync("select count(*) from intake.import_corrections where hash_before <> hash_after"));
        Assert.Equal(["1", "1"], await _world.ReadAsync("select count(*) from intake.applications union all select count(distinct tracking_number) from intake.applications"));

        await _world.ExecuteAsync("update intake.application_events set actor_role_code = 'desk' where event_code = 'closed'");
        Assert.Equal((0, 0, 0), await CountsAsync(Full));
        Assert.Equal(["applications.csv,2,external_id,\"changed, but it has been worked on here since: not corrected\""], Rejected());
    }

    [Fact]
    public async Task EventsFile_WinsOverTheStageColumns()
    {
        var result = await ImportAsync([Full], events:
        [
            "A1,2026-03-02T09:00:00+03:00,received,", "A1,2026-03-03T09:00:00+03:00,routed,76-SAG", "A1,2026-03-04T09:00:00+03:00,rerouted,76-YOL", "A1,2026-03-05T09:00:00+03:00,answered,",
            "A1,2026-03-09T09:00:00+03:00,reopened,", "A1,2026-03-09T10:00:00+03:00,routed,76-YOL", "A1,2026-03-12T10:00:00+03:00,answered,",
        ]);
        Assert.Equal((7, 7, 0), (result.Events.Read, result.Events.New, result.Events.Rejected));
        Assert.Equal(["received,routed,rerouted,answered,reopened,routed,answered,rated"], await _world.ReadAsync("select string_agg(event_code, ',' order by event_no) from intake.application_events"));
        Assert.Equal(["answered 2026-03-18 1"], await _world.ReadAsync("select concat_ws(' ', status, due_on, (select count(*) from intake.application_events where outcome_code is not null)) from intake.applications"));
    }

    [Fact]
    public async Task WrongRows_AreListedByLineColumnAndReasonAndTheRestIsLoaded()
    {
        string With(string id, string column, string value)
        {
            var names = Columns.Split(',');
            var cells = "X,request,web,,76,,,2026-03-02T09:00:00Z,,,,,,,,,,,".Split(',');
            (cells[0], cells[Array.IndexOf(names, column)]) = (id, value);
            return string.Join(',', cells);
        }

        var result = await ImportAsync(
            Full, // lines 2 and 3: its text has a line break
            With("", "kind", "request"), With("B2", "kind", "wish"), With("B3", "type_code", "SOS-99"), With("B4", "province_code", "82"), With("B5", "district_code", "1421"),
            With("B6", "received_at", "2026-03-02T09:00:00"), With("B7", "received_at", "2012-03-02T09:00:00Z"), With("B8", "received_at", "2027-06-01T09:00:00Z"), With("B9", "routed_at", "2026-03-02T10:00:00Z"),
            With("C1", "answered_at", "2026-03-01T10:00:00Z"), With("C2", "outcome", "resolved"), With("C3", "birth_year", "2027"), With("C4", "circumstances", "rich"), With("C5", "satisfaction", "6"),
            With("C6", "unit_code", "nowhere"), Full.Replace("2026", "2025", StringComparison.Ordinal), "C8,request", With("OK", "channel", "kiosk"));
        Assert.Equal((19, 2, 17), (result.Applications.Read, result.Applications.New, result.Applications.Rejected));
        Assert.Equal(
        [
            "4,external_id", "5,kind", "6,type_code", "7,province_code", "8,district_code", "9,received_at", "10,received_at", "11,received_at", "12,unit_code", "13,answered_at",
            "14,outcome", "15,birth_year", "16,circumstances", "17,satisfaction", "18,unit_code", "19,external_id", "21,",
        ], Rejected().Select(line => string.Join(',', line.Split(',')[1..3])).OrderBy(line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("nowhere", string.Join('\n', Rejected()), StringComparison.Ordinal); // never what stood there
    }

    [Theory]
    [InlineData("an event after it was handed over", "routed,76-YOL", "referred,", "answered,")]
    [InlineData("only reopened can follow closed", "closed,", "answered,")]
    [InlineData("only reopened can follow rejected", "rejected,", "routed,76-YOL")]
    [InlineData("reopened though", "routed,76-YOL", "reopened,")]
    [InlineData("rerouted though", "rerouted,76-YOL")]
    [InlineData("received twice", "received,", "received,")]
    public async Task EventsThatCannotFollow_RejectTheWholeApplication(string reason, params string[] steps)
    {
        var result = await ImportAsync([Full], events: [.. steps.Select((step, i) => $"A1,2026-03-{i + 2:00}T06:00:00Z,{step}")]);
        Assert.Equal((0, 1, 0), (result.Applications.New, result.Applications.Rejected, result.Events.New));
        Assert.Equal(steps.Length, result.Events.Rejected);
        Assert.Contains(Rejected(), line => line.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(["0"], await _world.ReadAsync("select count(*) from intake.applications"));
    }

    [Fact]
    public async Task WrongEvents_AreListedAlone()
    {
        var result = await ImportAsync([Full], events: ["A1,2026-03-03T09:00:00Z,routed,76-YOL", "A1,2026-03-03T10:00:00Z,dancing,", "A1,2026-03-03T10:00:00Z,routed,", "A1,2026-03-03T11:00:00Z,rerouted,nowhere", "Z9,2026-03-03T11:00:00Z,closed,"]);
        Assert.Equal((1, 1, 4), (result.Applications.New, result.Events.New, result.Events.Rejected));
        Assert.Equal(["3,event", "4,unit_code", "5,unit_code", "6,external_id"], Rejected().Select(line => string.Join(',', line.Split(',')[1..3])));
    }

    [Fact]
    public async Task OutcomeAndScore_MayStandBesideEventsAlone()
    {
        var cells = Full.Split(',');
        (cells[8], cells[9], cells[10]) = ("", "", "");
        var result = await ImportAsync([string.Join(',', cells)], events: ["A1,2026-03-03T09:00:00Z,routed,76-YOL", "A1,2026-03-04T09:00:00Z,answered,", "A1,2026-03-05T09:00:00Z,closed,"]);
        Assert.Equal((1, 3), (result.Applications.New, result.Events.New));
        Assert.Equal(["resolved 4"], await _world.ReadAsync("select string_agg(concat_ws(' ', outcome_code, score), ' ' order by event_no) filter (where outcome_code is not null or score is not null) from intake.application_events"));
    }

    [Fact]
    public async Task TipOff_KeepsDaysAndNoWords()
    {
        var result = await ImportAsync(Full.Replace("complaint", "tip_off", StringComparison.Ordinal));
        Assert.Equal(1, result.TextsLeftOut);
        Assert.Equal(["0"], await _world.ReadAsync("select count(*) from intake.applications where body is not null or scrubbed_text is not null"));
        Assert.Equal(["0"], await _world.ReadAsync("select count(*) from intake.application_events where to_char(at at time zone 'Europe/Istanbul', 'HH24:MI') <> '00:00'"));
    }

    [Fact]
    public async Task BomSemicolonsAndWindows1254_AreUnderstoodOrToldClearly()
    {
        CodePages.Register();
        var turkish = "external_id;kind;channel;province_code;received_at;text\nA1;request;web;76;2026-03-02T09:00:00Z;İğdeli yolun ışığı\n";
        Write("applications.csv", "\uFEFF" + turkish, Encoding.UTF8);
        Assert.Equal(1, (await RunAsync(ImportMap.None)).Applications.New);

        Write("applications.csv", turkish.Replace("A1", "A2", StringComparison.Ordinal), Encoding.GetEncoding(1254));
        var error = await Assert.ThrowsAsync<UserError>(() => RunAsync(ImportMap.None));
        Assert.Contains("iconv", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(ImportMap.None with { Encoding = "windows-1254" })).Applications.New);
        Assert.Equal(["İğdeli yolun ışığı", "İğdeli yolun ışığı"], await _world.ReadAsync("select body from intake.applications"));
    }

    [Theory]
    [InlineData("external_id,kind\nA1,request\n", "has no column channel, province_code, received_at")]
    [InlineData("", "is empty")]
    [InlineData("external_id,kind,channel,province_code,received_at,text\nA1,request,web,76,2026-03-02T09:00:00Z,\"never closed\n", "CSV")]
    public async Task UnreadableFile_IsOneSentenceAndNothingIsLoaded(string content, string told)
    {
        Write("applications.csv", content, Encoding.UTF8);
        Assert.Contains(told, (await Assert.ThrowsAsync<UserError>(() => RunAsync(ImportMap.None))).Message, StringComparison.Ordinal);
        Assert.Equal(["0"], await _world.ReadAsync("select count(*) from intake.applications"));
    }

    [Fact]
    public async Task MissingFile_IsOneSentence() => Assert.StartsWith("There is no file", (await Assert.ThrowsAsync<UserError>(() => RunAsync(ImportMap.None))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "no mapping file")]
    [InlineData("""{"colums":{}}""", "no mapping file")]
    [InlineData("""{"zone":"Mars/Base"}""", "time zone")]
    [InlineData("""{"encoding":"ebcdic"}""", "encoding")]
    public void WrongMap_IsOneSentence(string json, string told)
    {
        Write("map.json", json, Encoding.UTF8);
        Assert.Contains(told, Assert.Throws<UserError>(() => ImportMap.Read(Path.Combine(_folder, "map.json"))).Message, StringComparison.Ordinal);
    }

    async Task<(int New, int Corrected, int Unchanged)> CountsAsync(string row)
    {
        var result = (await ImportAsync(row)).Applications;
        return (result.New, result.Corrected, result.Unchanged);
    }

    Task<ImportResult> ImportAsync(params string[] applications) => ImportAsync(applications, null);

    Task<ImportResult> ImportAsync(string[] applications, string[]? events)
    {
        Write("units.csv", Units, Encoding.UTF8);
        Write("applications.csv", $"{Columns}\n{string.Join('\n', applications)}\n", Encoding.UTF8);
        if (events is not null) Write("events.csv", $"external_id,at,event,unit_code\n{string.Join('\n', events)}\n", Encoding.UTF8);
        return RunAsync(ImportMap.None, "units.csv", events is null ? null : "events.csv");
    }

    async Task<ImportResult> RunAsync(ImportMap map, string? units = null, string? events = null)
    {
        using var rejects = new Rejects(Path.Combine(_folder, "rejects.csv"));
        return await ImportHistory.RunAsync(_world.Owner, At(units), At("applications.csv")!, At(events), map, rejects, TestContext.Current.CancellationToken);
    }

    string? At(string? name) => name is null ? null : Path.Combine(_folder, name);

    string[] Rejected() => File.ReadAllLines(Path.Combine(_folder, "rejects.csv"))[1..];

    void Write(string name, string text, Encoding encoding) => File.WriteAllText(Path.Combine(_folder, name), text, encoding == Encoding.UTF8 ? new UTF8Encoding(false) : encoding);

    static class CodePages
    {
        public static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }
}
