using System.Text.Json.Nodes;
using Dapper;
using Npgsql;

namespace AcikKapi.Tests.Intake.HorizontalAccess;

/// <summary>An object that somebody may not see, and the words by which it would be known if it leaked.</summary>
/// <param name="Place">76, 76-1692 …; of an application its district too.</param>
/// <param name="Unit">Where it lies; null: with no unit.</param>
public sealed record Planted(string Name, string Number, string Place, string? Unit, bool Sealed, bool HidesIdentity, bool IsTipOff, string Words, string Person);

/// <summary>Whoever asks: a role of a place, and the token they have.</summary>
public sealed record Asker(string Name, string Role, string? Place, string? Unit, string? Token);

/// <summary>Three provinces with applications of every sensitivity, each with words of its own, and an asker of every role.</summary>
public sealed class World
{
    public required RunningIntake Intake { get; init; }
    public required IReadOnlyList<Planted> Planted { get; init; }
    public required IReadOnlyList<Asker> Askers { get; init; }

    /// <summary>Ids of other kinds of things, all of province 34: staff, visit, message, leave.</summary>
    public required IReadOnlyDictionary<string, string> Foreign { get; init; }

    public static async Task<World> CreateAsync()
    {
        var intake = await RunningIntake.WithAsync();
        foreach (var province in new[] { 76, 34 })
            foreach (var unit in new[] { "SAG", "BLD" })
                await intake.ExecuteAsync("insert into intake.units (unit_code, name, institution, unit_kind_code, province_code) values (@code, @code, 'Kurum', 'directorate', @province)", new { code = $"{province}-{unit}", province });

        List<Asker> askers = [new("nobody", "", null, null, null)];
        foreach (var (role, place, unit) in new (string, string?, string?)[]
        {
            ("desk", "76", null), ("desk", "76-1692", null), ("liaison", "76", "76-SAG"), ("coordinator", "76", null), ("coordinator", "76-1692", null), ("field", "76", null), ("analyst", "76", null),
            ("executive", "76", null), ("executive", "76-1692", null), ("ministry", null, null), ("desk", "6", null), ("executive", "6", null),
        })
            askers.Add(new Asker($"{role} {place} {unit}", role, place, unit, await intake.AddStaffAsync(role, place!, unit)));

        var executives = new Dictionary<string, string>(StringComparer.Ordinal) { ["76"] = await intake.AddStaffAsync("executive", "76"), ["34"] = await intake.AddStaffAsync("executive", "34") };
        List<Planted> planted = [];
        foreach (var (name, province, district, unit, mark) in new (string, int, int, string?, string)[]
        {
            ("plain", 76, 1692, null, ""), ("plain-elsewhere", 76, 1398, null, ""), ("at-own-unit", 76, 1692, "76-SAG", ""), ("at-other-unit", 76, 1398, "76-BLD", ""), ("hidden-at-unit", 76, 1692, "76-SAG", "hideIdentity"),
            ("sealed", 76, 1692, null, "confidential"), ("sealed-at-unit", 76, 1692, "76-SAG", "confidential"), ("tip-off", 76, 1398, null, "tip_off"), ("tip-off-at-unit", 76, 1692, "76-SAG", "tip_off"),
            ("other-province", 34, 1421, null, ""), ("other-province-sealed", 34, 1421, null, "confidential"), ("other-province-tip-off", 34, 1421, "34-SAG", "tip_off"),
        })
        {
            var (words, person) = ($"KANARYA{planted.Count:00}METIN", $"Kanaryalı{(char)('A' + planted.Count)}soy");
            var body = Bodies.Valid(province, district);
            (body["subject"], body["text"]) = ($"{words} başlık", $"{words} metni");
            body["applicant"]!["lastName"] = person;
            if (mark == "tip_off") { body["kind"] = mark; body["notify"] = false; }
            else if (mark.Length > 0) body[mark] = true;
            var number = await intake.AcceptedAsync(body);
            if (unit is not null) await intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", new JsonObject { ["event"] = "routed", ["unitCode"] = unit }.ToJsonString(), executives[$"{province}"]);
            await intake.AskAsync(HttpMethod.Post, $"/v1/tip-offs/{number}/messages", new JsonObject { ["text"] = $"{words} mesaj" }.ToJsonString());
            planted.Add(new Planted(name, number, $"{province}-{district}", unit, mark == "confidential", mark == "hideIdentity", mark == "tip_off", words, person));
        }

        var stranger = await intake.AddStaffAsync("field", "34");
        var visit = (await intake.AskAsync(HttpMethod.Post, "/v1/visits", new JsonObject { ["kind"] = "field_visit", ["trackingNumber"] = planted.First(p => p.Name == "other-province").Number, ["note"] = "KANARYAZIYARET" }.ToJsonString(), executives["34"])).Json!;
        return new World
        {
            Intake = intake, Planted = planted, Askers = askers,
            Foreign = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["staff"] = (await intake.StaffIdAsync(stranger)).ToString(), ["visit"] = (string)visit["visitId"]!,
                ["message"] = $"{await intake.ScalarAsync<long>("select min(message_id) from intake.messages where province_code = 34")}",
            },
        };
    }

    /// <summary>All rows that the sweep must leave as they are: whatever belongs to another place than the asker's.</summary>
    public async Task<string> FingerprintAsync(int province)
    {
        await using var owner = new NpgsqlConnection(Intake.Database.Owner);
        return (await owner.ExecuteScalarAsync<string>("""
            select md5(
              (select string_agg(a::text, '' order by application_id) from intake.applications a where province_code = @province)
              || (select string_agg(e::text, '' order by application_id, event_no) from intake.application_events e where province_code = @province)
              || (select string_agg(v::text, '' order by visit_id) from intake.visits v where province_code = @province)
              || (select string_agg(u::text, '' order by unit_code) from intake.units u where province_code = @province)
              || (select string_agg(s::text, '' order by staff_id) from intake.staff s where province_code = @province)
              || coalesce((select string_agg(t::text, '') from intake.bureau_team t where province_code = @province), ''))
            """, new { province }))!;
    }

    /// <summary>May this asker read the words of it, by the table of domain.md? Written anew here: the program's own rules are what is tested.</summary>
    public static bool MayReadWords(Asker asker, Planted what)
    {
        var (province, district) = (what.Place.Split('-')[0], what.Place);
        var isOfPlace = asker.Place == province || asker.Place == district;
        return asker.Role switch
        {
            "executive" => isOfPlace,
            "desk" or "coordinator" => isOfPlace && !what.Sealed,
            "liaison" => isOfPlace && !what.Sealed && what.Unit == asker.Unit && what.Unit is not null,
            _ => false,
        };
    }

    public static bool MayKnowPerson(Asker asker, Planted what) => MayReadWords(asker, what) && !(asker.Role == "liaison" && (what.HidesIdentity || what.IsTipOff));

    /// <summary>Whether its number may stand in a list this asker reads.</summary>
    public static bool MayMeet(Asker asker, Planted what) => MayReadWords(asker, what);
}
