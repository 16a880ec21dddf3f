using AcikKapi.Domain.Calendar;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Some ten applications, written by hand into raw.duckdb, whose every figure can be worked out on paper.</summary>
sealed class TinyWorld : IDisposable
{
    readonly DuckDBConnection raw;

    public TinyWorld()
    {
        Paths = new WarehousePaths(Directory.CreateTempSubdirectory("acikkapi-tiny-").FullName);
        Paths.MakeFolders(new DateOnly(2026, 1, 1));
        raw = RawStore.Open(Paths);
        raw.Execute("insert into raw_bureaus values ('76', 'Iğdır Valiliği', 76, null, date '2018-01-01', null), ('36', 'Kars Valiliği', 36, null, date '2018-01-01', null)");
        raw.Execute("insert into raw_units select u, u, 'Kurum', 'directorate', 76, null from (values ('su'), ('yol')) as units (u)");
    }

    public WarehousePaths Paths { get; }

    /// <summary>An application with its receipt; the deadline is the recorded one, of the last clock.</summary>
    public TinyWorld Application(
        long id, string received, int province = 76, int? district = 1692, string? type = "SOS-01", string? person = null,
        string kind = "request", string? due = null, string circumstances = "")
    {
        var day = DateOnly.Parse(received, null);
        raw.Execute($"""
            insert into raw_applications values (
              {province}, {id}, 'posted', '{kind}', 'web', {Text(type)}, {district?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"},
              '{province}', 'female', null, null, null, '{circumstances}', {Text(person)}, timestamptz '{received} 09:00:00+03',
              date '{due ?? WarehousePaths.Name(WorkingCalendar.Turkey.Deadline(day))}', null)
            """);
        return Event(id, 1, "received", received, province: province);
    }

    /// <summary>A stage; a routing starts the unit's clock by the calendar.</summary>
    public TinyWorld Event(long id, int no, string code, string day, string? unit = null, int? score = null, int province = 76, string? outcome = null, string? reason = null)
    {
        var due = code is "routed" or "rerouted" ? WarehousePaths.Name(WorkingCalendar.Turkey.Deadline(DateOnly.Parse(day, null))) : null;
        raw.Execute($"""
            insert into raw_events values (
              {province}, {id}, {no}, '{code}', timestamptz '{day} 10:00:00+03', {Text(unit)}, 'desk', null, {Text(outcome)},
              {score?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}, {(due is null ? "null" : $"date '{due}'")}, {Text(reason)})
            """);
        return this;
    }

    public TinyWorld Visit(string id, string kind, string status, string asked, string? starts = null, string? ended = null, string? result = null, int? minutes = null)
    {
        static string Instant(string? day) => day is null ? "null" : $"timestamptz '{day} 11:00:00+03'";
        raw.Execute($"""
            insert into raw_visits values (
              76, '{id}', '{kind}', 'executive', 1692, '{status}', {Instant(starts)}, {(starts is null ? "null" : "60")}, {Text(result)},
              {minutes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}, {Instant(asked)}, {Instant(ended)})
            """);
        return this;
    }

    public TinyWorld Change(int no, string subject, string code, string day, string before, string after)
    {
        raw.Execute($"insert into raw_place_changes values ({no}, timestamptz '{day} 11:00:00+03', '{subject}', '{code}', {Text(before)}, {Text(after)})");
        return this;
    }

    public TinyWorld Message(long id, long application, string becomes, string written, string state)
    {
        raw.Execute($"insert into raw_messages values (76, {id}, {application}, 1, 'received', '{becomes}', timestamptz '{written} 11:00:00+03', 1, timestamptz '{state} 12:00:00+03')");
        return this;
    }

    public TinyWorld Refusal(string day, string channel, string field, int refused)
    {
        raw.Execute($"insert into raw_refusals values (76, date '{day}', '{channel}', '{field}', 'required', {refused})");
        return this;
    }

    /// <summary>A set of criteria as the ministry put it in force, weights in hundredths.</summary>
    public TinyWorld Criteria(int set, string day, params (string Code, int Weight)[] criteria)
    {
        foreach (var (code, weight) in criteria) raw.Execute($"insert into raw_criteria values ({set}, '{code}', {weight}, timestamptz '{day} 09:00:00+03')");
        return this;
    }

    public TinyWorld Officer(string key, string role, string? bureau)
    {
        raw.Execute($"insert into raw_officers values ('{key}', '{role}', 76, {Text(bureau)})");
        return this;
    }

    /// <summary>Builds as of a day and answers from building/…/warehouse.duckdb; rows as texts, columns joined by a space.</summary>
    public BuiltWorld Build(string asOf, bool check = true)
    {
        raw.Execute("checkpoint");
        raw.Close();
        var day = DateOnly.Parse(asOf, null);
        AcikKapi.Warehouse.Build.Run(Paths, day);
        if (check) Check.Run(Paths, day);
        return new BuiltWorld(Paths, day);
    }

    public void Dispose()
    {
        raw.Dispose();
        Directory.Delete(Paths.Folder, recursive: true);
    }

    static string Text(string? value) => value is null ? "null" : DuckDb.Quote(value);
}

sealed record BuiltWorld(WarehousePaths Paths, DateOnly AsOf)
{
    public string[] Rows(string sql) => DuckDbRows.Read(Paths.BuildingWarehouse(AsOf), sql);

    public string One(string sql) => Assert.Single(Rows(sql));
}
