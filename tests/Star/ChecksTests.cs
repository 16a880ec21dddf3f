using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Every check finds the error it is for, planted into a star that was right, and nothing in one that is.</summary>
public sealed class ChecksTests(ChecksTests.Built built) : IClassFixture<ChecksTests.Built>
{
    /// <summary>A star whose checks passed; each test takes back what it planted.</summary>
    public sealed class Built : IDisposable
    {
        readonly SmallWarehouse _small = SmallWarehouse.Build(2_000);

        public Built()
        {
            Star = DuckDb.Open(_small.Paths.BuildingWarehouse(_small.AsOf));
            Build.AttachSources(Star, _small.Paths, _small.AsOf);
        }

        public DuckDBConnection Star { get; }

        public void Dispose()
        {
            Star.Dispose();
            _small.Dispose();
        }
    }

    const string One = "(province_code, application_id) = (select (min_by(province_code, application_id), min(application_id)) from fct_applications where routed_on is not null and answered_on > received_on)";

    static readonly Dictionary<string, string> Planted = new(StringComparer.Ordinal)
    {
        ["answered_before_routed"] = $"update fct_applications set answered_on = routed_on - 1 where {One}",
        ["applications_all_there"] = $"delete from fct_applications where {One}",
        ["backlog_is_right"] = "update fct_backlog set open_at_end = open_at_end + 1 where date_key = (select max(date_key) from fct_backlog)",
        ["due_before_receipt"] = "update fct_clocks set due_on = started_on where clock_no = 1 and application_id = (select min(application_id) from fct_clocks)",
        ["event_before_receipt"] = $"update fct_applications set received_on = received_on + 1 where {One}",
        ["first_event_is_receipt"] = $"delete from fct_stages where {One} and event_code = 'received'",
        ["future_rows"] = $"update fct_stages set on_date = getvariable('as_of') + 1 where {One} and event_code = 'answered'",
        ["groups_add_up"] = "update mart_groups set received = received + 1 where dimension = 'gender' and scope_code = 'TR'",
        ["littles_law_holds"] = "update fct_backlog set open_at_end = open_at_end + 1 where date_key = (select min(date_key) from fct_backlog)",
        ["marts_add_up_to_facts"] = "update mart_key_figures set received = received + 1 where scope_code = 'TR'",
        ["night_is_empty"] = "delete from fct_applications",
        ["open_stock_is_right"] = "update mart_key_figures set open_at_end = open_at_end + 1 where scope_code = 'TR'",
        ["parts_within_whole"] = "update mart_key_figures set overdue = due + 1 where scope_code = 'TR'",
        ["provinces_add_up"] = "update mart_key_figures set answered = answered + 1 where scope_code = 'TR'",
        ["received_stopped"] = "update mart_days set received = if(date_key > getvariable('as_of') - 10, 0, 100)",
        ["stages_all_there"] = $"delete from fct_stages where {One}",
        ["stages_out_of_order"] = $"update fct_stages set next_on = on_date - 1 where {One} and next_on is not null",
        ["types_add_up"] = "update mart_types set received = received + 1 where level = 'heading' and scope_code = 'TR'",
        ["unknown_code"] = "delete from dim_channel where channel_code = (select any_value(channel_code) from fct_applications)",
        ["unknown_place"] = "delete from dim_province where province_code = (select any_value(province_code) from fct_applications)",
    };

    public static TheoryData<string> Names => [.. EmbeddedSql.Below("Checks/").Select(Path.GetFileNameWithoutExtension).Select(name => name!)];

    [Theory, MemberData(nameof(Names))]
    public void PlantedError_IsFound(string name)
    {
        Assert.Equal(0, Wrong(name));
        built.Star.Execute("begin");
        try
        {
            built.Star.Execute(Planted[name]);
            Assert.True(Wrong(name) > 0, name);
        }
        finally
        {
            built.Star.Execute("rollback");
        }
    }

    long Wrong(string name) => built.Star.Count($"select count(*) from ({EmbeddedSql.Read($"Checks/{name}.sql")})");
}
