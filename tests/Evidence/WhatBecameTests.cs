using AcikKapi.Analytics.Evidence;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Xunit;

namespace AcikKapi.Tests.Evidence;

/// <summary>Before and after, worked out by hand. The night is Saturday, 31 October 2026.</summary>
public sealed class WhatBecameTests : IDisposable
{
    readonly DuckDBConnection night = DuckDb.Open(":memory:");

    public WhatBecameTests()
    {
        night.Execute("set variable as_of = date '2026-10-31'");
        night.Execute(EmbeddedSql.Read(typeof(WhatBecameTests).Assembly, "Support/no_flags.sql"));
        night.Execute("""
            create table fct_verdicts (verdict_no bigint, flag_id varchar, province_code smallint, verdict_code varchar, reason_code varchar,
              measure_code varchar, measured_on date, role_code varchar, given_on date);
            create table fct_applications (province_code smallint, application_id bigint, district_code integer, unit_code varchar, type_code varchar,
              heading_code varchar, received_on date, answered_on date, closed_on date, due_on date, is_overdue boolean, working_days_to_answer integer, satisfaction integer,
              channel_code varchar, person_key varchar, demographic_key integer);
            create table dim_demographic as select * from (values (1, 'female', '30-44', '-', '-', 'disabled|elderly'), (2, 'male', '30-44', '-', '-', ''))
              as answers (demographic_key, gender_code, age_band_code, education_code, employment_code, circumstances);
            create table fct_stages (province_code smallint, application_id bigint, event_code varchar, on_date date, unit_code varchar, due_on date, is_unit_overdue boolean);
            create table fct_rejections (province_code smallint, application_id bigint, event_no smallint, on_date date, is_of_information boolean);
            """);
    }

    [Fact]
    public void RateThatHalvedAfterTheMeasure_IsToldWithItsInterval()
    {
        // Ten a week in the eight weeks before that of 2 September, five in the seven whole weeks after; elsewhere ten all the time.
        Flag("A", "sudden_rise", type: "SOS-01");
        Verdict(1, "A", "dismissed", reason: "season");
        Verdict(2, "A", "confirmed", "staff", "2026-09-02");
        Weekly(76, "SOS-01", "2026-07-06", 8, 10);
        Weekly(76, "SOS-01", "2026-08-31", 1, 99); // the week of the measure is of neither side
        Weekly(76, "SOS-01", "2026-09-07", 7, 5);
        Weekly(76, "SOS-02", "2026-09-07", 7, 50); // another type
        Weekly(6, "SOS-01", "2026-07-06", 16, 10);
        WhatBecame.Write(night);
        // (35.5/7)/(80.5/8), ln's error √(1/80.5 + 1/35.5), no scatter; elsewhere (70.5/7)/(80.5/8).
        Assert.Equal(["confirmed 8 7 80 35 0.5040 0.3396 0.7480 0.5035 better"], Read("""
            select verdict_code, weeks_before, weeks_after, events_before, events_after, format('{:.4f}', ratio), format('{:.4f}', low), format('{:.4f}', high),
              format('{:.4f}', relative), result from flag_outcomes
            """));
        Assert.Equal(["staff 1 1 0 0"], Read("select measure_code, matters, better, unclear, worse from flag_measures"));
    }

    [Fact]
    public void FallThatHappenedEverywhere_IsNoEffect()
    {
        Flag("A", "sudden_rise", type: "SOS-01");
        Verdict(1, "A", "confirmed", "information", "2026-09-02");
        foreach (var province in new[] { 76, 6 })
        {
            Weekly(province, "SOS-01", "2026-07-06", 8, 10);
            Weekly(province, "SOS-01", "2026-09-07", 7, 5);
        }
        WhatBecame.Write(night);
        Assert.Equal(["unclear"], Read("select result from flag_outcomes"));
    }

    [Theory]
    [InlineData("2026-10-20", 10, "too_early")] // no whole week after it yet
    [InlineData("2026-09-02", 1, "too_few")]
    public void TooLittleToCompare_IsSaid(string measured, int weekly, string result)
    {
        Flag("A", "sudden_rise", type: "SOS-01");
        Verdict(1, "A", "confirmed", "staff", measured);
        Weekly(76, "SOS-01", "2026-06-01", 21, weekly);
        WhatBecame.Write(night);
        Assert.Equal([$"{result} ∅ ∅"], Read("select result, ratio, relative from flag_outcomes"));
    }

    [Fact]
    public void NothingAtAll_IsNoException()
    {
        Flag("A", "overdue_share", unit: "su");
        Flag("B", "disparity", group: "overdue|sege:5");
        Flag("C", "repetition");
        Verdict(1, "A", "confirmed", "unit_meeting", "2026-08-05");
        Verdict(2, "B", "explained", reason: "known");
        Verdict(3, "C", "explained", reason: "known");
        WhatBecame.Write(night);
        Assert.Equal(["A too_few", "B not_measured", "C too_few"], Read("select flag_id, result from flag_outcomes order by 1"));
    }

    [Fact]
    public void UnitsOverdueShare_IsComparedOfWhatFellDue()
    {
        Flag("A", "overdue_share", unit: "su");
        Verdict(1, "A", "confirmed", "unit_meeting", "2026-08-05");
        night.Execute("""
            insert into fct_stages
            select 76, i * 100 + w, 'routed', date '2026-05-01', 'su', date '2026-06-08' + (7 * w)::integer, i < if(w < 8, 10, 2)
            from generate_series(0, 16) as weeks (w), generate_series(0, 19) as cases (i)
            """);
        WhatBecame.Write(night);
        Assert.Equal(["80 16 0.500 0.100 better"], Read("select events_before, events_after, format('{:.3f}', rate_before), format('{:.3f}', rate_after), result from flag_outcomes"));
    }

    [Theory]
    [InlineData("gender:female")]
    [InlineData("circumstance:elderly")]
    [InlineData("channel:web")]
    public void Group_IsComparedByItsOwnApplications(string group)
    {
        Flag("A", "sudden_rise", group: group);
        Verdict(1, "A", "confirmed", "staff", "2026-09-02");
        Weekly(76, "SOS-01", "2026-07-06", 8, 10);
        Weekly(76, "SOS-01", "2026-09-07", 7, 5);
        if (group != "channel:web") Weekly(76, "SOS-01", "2026-07-06", 17, 30, people: 2); // others
        WhatBecame.Write(night);
        Assert.Equal(["80 35 better"], Read("select events_before, events_after, result from flag_outcomes"));
    }

    [Fact]
    public void GroupsOverdueShare_IsComparedOfItsCasesThatFellDue()
    {
        Flag("A", "disparity", group: "overdue|gender:female");
        Verdict(1, "A", "confirmed", "unit_meeting", "2026-08-05");
        // Twenty due a week, of the women half are late before and a tenth after; of the men all.
        night.Execute("""
            insert into fct_applications
            select 76, i * 100 + w, 1692, '-', 'SOS-01', 'SOS', date '2026-05-01', null, null, date '2026-06-08' + (7 * w)::integer, people = 2 or i < if(w < 8, 10, 2), null, null, 'web', null, people
            from generate_series(0, 16) as weeks (w), generate_series(0, 19) as cases (i), generate_series(1, 2) as sexes (people)
            """);
        WhatBecame.Write(night);
        Assert.Equal(["80 16 0.500 0.100 better"], Read("select events_before, events_after, format('{:.3f}', rate_before), format('{:.3f}', rate_after), result from flag_outcomes"));
    }

    [Fact]
    public void Repetition_IsWhoCameAgainWithinTwoWeeksOfAnAnswer()
    {
        Flag("A", "repetition");
        Verdict(1, "A", "confirmed", "information", "2026-08-05");
        // Ten answers a week; of five persons before, one after, there is another application a week later.
        night.Execute("""
            insert into fct_applications
            select 76, 1000 * again + i * 100 + w, 1692, '-', 'SOS-01', 'SOS', date '2026-06-01' + (7 * w + 14 * again)::integer,
              if(again = 0, date '2026-06-08' + (7 * w)::integer, null), null, date '2027-01-01', false, null, null, 'web', i || '-' || w, 1
            from generate_series(0, 16) as weeks (w), generate_series(0, 9) as cases (i), generate_series(0, 1) as times (again)
            where again = 0 or i < if(w < 8, 5, 1)
            """);
        WhatBecame.Write(night);
        Assert.Equal(["80 40 80 8 better"], Read("""
            select round(events_before / rate_before)::integer, events_before, round(events_after / rate_after)::integer, events_after, result from flag_outcomes
            """));
    }

    [Fact]
    public void HitRate_IsOfAllJudgedWithWilsonsInterval()
    {
        for (var i = 0; i < 12; i++)
        {
            Flag($"F{i}", "sudden_rise", type: "SOS-01");
            Verdict(i, $"F{i}", i < 8 ? "confirmed" : "dismissed", reason: i < 8 ? null : "no_trace");
        }
        WhatBecame.Write(night);
        Assert.Equal(["TR - 12 8 4 0.391 0.862", "TR sudden_rise 12 8 4 0.391 0.862", "il:76 - 12 8 4 0.391 0.862", "il:76 sudden_rise 12 8 4 0.391 0.862"],
            Read("select scope_code, detector, judged, confirmed, dismissed, format('{:.3f}', low), format('{:.3f}', high) from flag_record order by 1, 2"));
    }

    void Flag(string id, string detector, string? type = null, string? unit = null, string? group = null) => night.Execute($"""
        insert into flag_ledger by name select '{id}' as flag_id, ['earlier', '{id}'] as known_as, '{detector}' as detector, 'problem' as direction, 'province' as level,
          '76' as place_code, {(type is null ? "null" : $"'{type}'")} as type_code, {(unit is null ? "null" : $"'{unit}'")} as unit_code, {(group is null ? "null" : $"'{group}'")} as group_code, 'il:76' as scope_code,
          date '2026-08-20' as first_seen
        """);

    void Verdict(int no, string flag, string code, string? measure = null, string? measured = null, string? reason = null) => night.Execute($"""
        insert into fct_verdicts values ({no}, '{flag}', 76, '{code}', {(reason is null ? "null" : $"'{reason}'")}, {(measure is null ? "null" : $"'{measure}'")},
          {(measured is null ? "null" : $"date '{measured}'")}, 'analyst', date '2026-10-01')
        """);

    void Weekly(int province, string type, string monday, int weeks, int each, int people = 1) => night.Execute($"""
        insert into fct_applications
        select {province}, 0, 1692, '-', '{type}', split_part('{type}', '-', 1), date '{monday}' + (7 * w + i % 7)::integer, null, null, date '2027-01-01', false, null, null, 'web', null, {people}
        from generate_series(0, {weeks - 1}) as weeks (w), generate_series(1, {each}) as cases (i)
        """);

    string[] Read(string sql) => DuckDbRows.Read(night, sql);

    public void Dispose() => night.Dispose();
}
