using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcikKapi.Domain.Calendar;
using AcikKapi.Tests.Support;
using CsCheck;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>
/// Random histories against a model of the directive written a second time, as questions instead of a table: the server
/// must allow what the model allows and refuse the rest, and the log it leaves must tell the same story.
/// </summary>
public sealed class RandomHistoriesTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    static readonly int Histories = Suites.Slow ? 2000 : 120;

    static readonly string[] Events =
    [
        "routed", "rerouted", "with_executive", "rejected", "appeal_refused", "referred", "answered", "reopened", "closed",
        "marked_special", "confidential_set", "confidential_confirmed", "confidential_lifted", "rate", "reopen",
    ];

    NpgsqlConnection _owner = null!;

    /// <summary>What is tried, by whom, at which unit.</summary>
    sealed record Attempt(string Event, string Role, int Unit);

    static readonly Gen<string> Event = Gen.Int[0, Events.Length + 5].Select(i => i < Events.Length ? Events[i] : Events[(i - Events.Length) % 2 * 6]); // routed and answered more often

    static readonly Gen<string> Role = Gen.Int[0, 4].Select(i => ((string[])["desk", "desk", "coordinator", "executive", "liaison"])[i]);

    static readonly Gen<Attempt[]> History = Gen.Select(Event, Role, Gen.Int[0, 1], (e, r, u) => new Attempt(e, r, u)).Array[4, 25];

    [Fact]
    public async Task RandomHistory_IsAllowedAndToldAsTheModelSays()
    {
        _owner = new NpgsqlConnection(intake.Database.Owner);
        await using var _ = _owner;
        await _owner.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var unit in (string[])["76-A", "76-B"]) await intake.AddUnitAsync(unit, 76);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in (string[])["desk", "coordinator", "executive"]) tokens[role] = await intake.AddStaffAsync(role, "76");
        tokens["liaison"] = await intake.AddStaffAsync("liaison", "76", "76-A");

        await History.SampleAsync(async attempts => await LiveAsync(attempts, tokens), iter: Histories, threads: 1);
    }

    async Task LiveAsync(Attempt[] attempts, Dictionary<string, string> tokens)
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());
        var model = new Model();
        foreach (var attempt in attempts)
        {
            var before = await LogAsync(number);
            var response = attempt.Event switch
            {
                "rate" => await intake.PostAsync($"/v1/applications/{number}/satisfaction", """{"score":3}"""),
                "reopen" => await intake.PostAsync($"/v1/applications/{number}/reopen", """{"reason":"Sürüyor"}"""),
                _ => await intake.PostAsync($"/v1/applications/{number}/events", Body(attempt), token: tokens[attempt.Role]),
            };
            var allowed = model.Take(attempt);
            Assert.True(allowed == (response.StatusCode == HttpStatusCode.OK), $"{JsonSerializer.Serialize(attempts)}: {attempt} gave {(int)response.StatusCode} where the model says {(allowed ? "yes" : "no")}");
            if (!allowed) Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.NotFound]);
            var after = await LogAsync(number);
            Assert.Equal(before, after.Take(before.Count)); // append-only
            Assert.Equal(before.Count + (allowed ? 1 : 0), after.Count);
        }
        await AssertToldAsync(number, model);
    }

    async Task AssertToldAsync(string number, Model model)
    {
        var log = await LogAsync(number);
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(e => (int)e.EventNo));
        Assert.Equal(log.OrderBy(e => e.At).Select(e => e.EventNo), log.Select(e => e.EventNo));
        Assert.Equal(model.Log, log.Select(e => e.EventCode));
        var progress = JsonNode.Parse(await intake.Http.GetStringAsync($"/v1/applications/{number}"))!;
        Assert.Equal(model.Status, (string)progress["status"]!);
        var clock = log.Last(e => e.EventCode is "received" or "reopened");
        var due = WorkingCalendar.Turkey.Deadline(IstanbulTime.DayOf(DateTime.SpecifyKind(clock.At, DateTimeKind.Utc)));
        Assert.Equal($"{due:yyyy-MM-dd}", (string)progress["dueDate"]!);
    }

    static string Body(Attempt attempt)
    {
        var body = new JsonObject { ["event"] = attempt.Event, ["reason"] = "Gerekçe" };
        if (attempt.Event is "routed" or "rerouted") body["unitCode"] = attempt.Unit == 0 ? "76-A" : "76-B";
        if (attempt.Event == "answered") (body["outcome"], body["managerInformed"]) = ("resolved", true);
        if (attempt.Event == "rejected") body["reasonCode"] = "wrong_information";
        if (attempt.Event == "referred") body["provinceCode"] = 34;
        if (attempt.Event == "marked_special") body["importance"] = 2;
        return body.ToJsonString();
    }

    sealed record Logged(short EventNo, string EventCode, DateTime At, string? UnitCode, string? ActorRoleCode, string? Reason);

    async Task<List<Logged>> LogAsync(string number)
    {
        return (await _owner.QueryAsync<Logged>("""
            select event_no, event_code, at, e.unit_code, actor_role_code, reason
            from intake.application_events e join intake.applications using (province_code, application_id)
            where tracking_number = @number order by event_no
            """, new { number })).AsList();
    }

    /// <summary>The directive as questions. One liaison officer, of unit 0.</summary>
    sealed class Model
    {
        bool _isSealed, _isSpecial, _isRated;
        int? _unit;

        public string Status { get; private set; } = "received";
        public List<string> Log { get; } = ["received"];

        bool IsWithTheBureau => Status is "received" or "reopened";
        bool IsWithAUnit => Status is "routed" or "rerouted";
        bool IsPending => IsWithTheBureau || IsWithAUnit || Status == "with_executive";

        public bool Take(Attempt attempt)
        {
            if (!(attempt.Event is "rate" or "reopen" ? MayTheCitizen(attempt.Event) : MayTheOfficer(attempt) && IsItsTime(attempt))) return false;
            var step = attempt.Event switch { "rate" => "rated", "reopen" => Status == "rejected" ? "appealed" : "reopened", var e => e };
            Log.Add(step);
            if (step is "routed" or "rerouted") _unit = attempt.Unit;
            if (step == "closed") _isRated = false;
            if (step == "rated") _isRated = true;
            else if (step == "marked_special") _isSpecial = true;
            else if (step is "confidential_set" or "confidential_lifted") _isSealed = step == "confidential_set";
            else if (step != "confidential_confirmed") Status = step;
            return true;
        }

        bool MayTheCitizen(string what) => what == "rate" ? Status == "closed" && !_isRated : Status is "answered" or "closed" or "rejected";

        bool MayTheOfficer(Attempt a)
        {
            if (a.Role == "liaison" && (_unit != 0 || a.Event is not ("answered" or "rerouted"))) return false;
            if (_isSealed && a.Role != "executive" && a.Event != "with_executive") return false;
            if (a.Event is "confidential_confirmed" or "confidential_lifted") return a.Role == "executive";
            if (a.Event is "confidential_set" or "with_executive") return a.Role is "desk" or "coordinator";
            if (a.Event == "appeal_refused" || a.Event == "reopened" && Status == "appealed") return a.Role is "coordinator" or "executive";
            return a.Event != "routed" || !_isSpecial || a.Role == "executive";
        }

        bool IsItsTime(Attempt a) => a.Event switch
        {
            "routed" => IsWithTheBureau || Status == "with_executive",
            "rerouted" => IsWithAUnit && a.Unit != _unit,
            "with_executive" => IsWithTheBureau || IsWithAUnit,
            "rejected" or "referred" or "marked_special" => IsPending,
            "answered" => IsWithAUnit,
            "closed" => Status == "answered",
            "reopened" => Status is "answered" or "closed" or "appealed",
            "appeal_refused" => Status == "appealed",
            "confidential_set" => IsPending && !_isSealed,
            _ => _isSealed && Status != "referred",
        };
    }
}
