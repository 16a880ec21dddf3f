-- What officers of one place may see of the published file (attached as release): everything of the own place and of what lies within it, and
-- for comparison the totals of the country and the provinces, without their weeks of types and groups. Whatever is not named here does not come along.
create temp macro is_own(scope) as
  if(getvariable('district') is null,
    scope = 'il:' || getvariable('province') or starts_with(scope, 'ilce:' || getvariable('province') || '-'),
    scope = 'ilce:' || getvariable('province') || '-' || getvariable('district'));
create temp macro is_open(scope) as is_own(scope) or not starts_with(scope, 'ilce:');

create table pub_meta as from release.pub_meta;
create table dim_date as from release.dim_date;
create table dim_period as from release.dim_period;
create table dim_scope as from release.dim_scope;
create table dim_province as from release.dim_province;
create table dim_district as from release.dim_district;
create table dim_type as from release.dim_type;
create table dim_channel as from release.dim_channel;
create table dim_kind as from release.dim_kind;
create table dim_unit as
from release.dim_unit
where unit_code = '-' or province_code = getvariable('province') and (getvariable('district') is null or district_code = getvariable('district'));
create table dim_bureau as
from release.dim_bureau
where province_code = getvariable('province') and (getvariable('district') is null or district_code = getvariable('district'));

create temp table own_codes as select unit_code::varchar as code from dim_unit where unit_code <> '-' union select bureau_code::varchar from dim_bureau;

create table pub_key_figures as from release.pub_key_figures where is_open(scope_code);
create table pub_weeks as from release.pub_weeks where is_open(scope_code);
create table pub_xmr as from release.pub_xmr where is_open(scope_code);
create table pub_visits as from release.pub_visits where is_own(scope_code) or scope_code = 'TR';
create table pub_types as
select t.* from release.pub_types as t join release.dim_period as p using (period_code)
where is_open(t.scope_code) and (is_own(t.scope_code) or t.scope_code = 'TR' or p.period_kind <> 'week');
create table pub_groups as
select g.* from release.pub_groups as g join release.dim_period as p using (period_code)
where is_open(g.scope_code) and (is_own(g.scope_code) or g.scope_code = 'TR' or p.period_kind <> 'week');

create table pub_units as from release.pub_units where unit_code in (select code from own_codes);
create table pub_capacity as from release.pub_capacity where code in (select code from own_codes);
create table pub_backlog_forecast as from release.pub_backlog_forecast where code in (select code from own_codes);
create table pub_bureau_index as from release.pub_bureau_index where bureau_code in (select code from own_codes);
create table pub_criteria as from release.pub_criteria;
create table pub_funnel as
from release.pub_funnel
where level in ('unit', 'bureau') and code in (select code from own_codes) or level not in ('unit', 'bureau') and is_open(code);
create table pub_stage_times as
from release.pub_stage_times
where level = 'unit' and code in (select code from own_codes) or level <> 'unit' and is_open(code);

create table pub_stage_curve as
from release.pub_stage_curve
where level = 'unit' and code in (select code from own_codes) or level <> 'unit' and is_open(code);

create table pub_steps as from release.pub_steps where is_open(code);
create table pub_hops as from release.pub_hops where from_unit in (select code from own_codes) and to_unit in (select code from own_codes);

create table pub_flags as
from release.pub_flags
where is_own(scope_code) or scope_code = 'TR'
  and (level <> 'cluster' or getvariable('district') is null and list_contains(string_split(place_code::varchar, '|'), getvariable('province')::varchar));
create table pub_flag_ledger as from release.pub_flag_ledger where is_own(scope_code) or scope_code = 'TR' and level <> 'cluster';
create table pub_flag_record as from release.pub_flag_record where is_own(scope_code) or scope_code = 'TR';
create table pub_flag_measures as from release.pub_flag_measures;

-- What people newly write about is told to the ministry alone: the tables are there, and empty.
create table pub_emerging as from release.pub_emerging where false;
create table pub_petitions as from release.pub_petitions where false;
create table pub_drift as from release.pub_drift where false;
