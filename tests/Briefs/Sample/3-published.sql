-- The published forms; hide() is the release's rule.
create table pub_meta as
select date '2026-11-22' as data_date, 'ornek' as snapshot_id, timestamptz '2026-11-23 01:00:00+00' as built_at,
  getvariable('rule') as rule_tr, true as has_simulated;

create table pub_key_figures as
select scope_code, period_code, * exclude (scope_code, period_code, satisfaction_sum, median_working_days)
  replace (hide(received) as received, hide(previous_received) as previous_received, hide(year_ago_received) as year_ago_received,
    hide(answered) as answered, hide(closed) as closed, hide(due) as due, hide(overdue) as overdue, hide(open_at_end) as open_at_end,
    hide(overdue_open_at_end) as overdue_open_at_end, hide(rejected) as rejected, hide(reopened) as reopened,
    hide(satisfaction_count) as satisfaction_count),
  if(satisfaction_count >= 20, satisfaction_sum, null) as satisfaction_sum,
  if(received >= 20, median_working_days, null) as median_working_days
from figures;

create table pub_weeks as
select scope_code, week_start, hide(received) as received, hide((received * 0.97)::bigint) as due, hide((received * 0.1)::bigint) as overdue
from scoped where week_start > date '2023-11-20';

create table pub_types as
with levels as (
  select *, 'topic' as level from typed
  union all
  select scope_code, period_code, heading_code, heading_code, sum(received)::bigint, any_value(scope_received), 'heading'
  from typed group by scope_code, period_code, heading_code
)
select t.scope_code, t.period_code, t.level, t.type_code, t.heading_code, hide(t.received) as received,
  hide(before.received) as previous_received, hide(ago.received) as year_ago_received, hide(t.scope_received) as scope_received,
  country.received as country_received, country.scope_received as country_total, s.population_2025 as population
from levels as t
join dim_scope as s using (scope_code)
join levels as country
  on country.scope_code = 'TR' and country.period_code = t.period_code and country.level = t.level and country.type_code = t.type_code
left join levels as before
  on before.scope_code = t.scope_code and before.period_code = '2026-09' and before.level = t.level and before.type_code = t.type_code
left join levels as ago
  on ago.scope_code = t.scope_code and ago.period_code = '2025-10' and ago.level = t.level and ago.type_code = t.type_code
where t.period_code = '2026-10';

create table pub_units as
select u.province_code, '2026-10' as period_code, u.unit_code, hide(n) as routed, hide((n * 0.96)::bigint) as due,
  hide((n * 0.96 * 0.5 * chance(u.unit_code))::bigint) as overdue, hide((n * 0.9)::bigint) as answered, hide((n * 0.05)::bigint) as reopened
from (
  select u.*, (f.received * chance('work' || u.unit_code) / 4)::bigint as n
  from dim_unit as u join figures as f on f.scope_code = 'il:' || u.province_code and f.period_code = '2026-10'
) as u;

create table pub_groups as
select f.scope_code, f.period_code, g.dimension, g.value_code, hide((f.received * g.share)::bigint) as received,
  if(g.dimension = 'gender', (s.population_2025 / 2)::bigint, null) as population
from figures as f
join dim_scope as s using (scope_code),
(values ('gender', 'female', 0.55), ('gender', 'male', 0.43), ('gender', '-', 0.02), ('age_band', '18-24', 0.1), ('age_band', '25-34', 0.25),
  ('age_band', '35-44', 0.27), ('age_band', '45-54', 0.2), ('age_band', '55-64', 0.11), ('age_band', '65+', 0.07),
  ('circumstance', 'elderly', 0.07), ('circumstance', 'disabled', 0.04), ('circumstance', 'ill', 0.02),
  ('channel', 'desk_oral', 0.4), ('channel', 'desk_written', 0.2), ('channel', 'web', 0.25), ('channel', 'mobile', 0.15),
  ('kind', 'request', 0.7), ('kind', 'complaint', 0.25), ('kind', 'tip_off', 0.05), ('education', 'primary_school', 0.4),
  ('education', 'high_school', 0.35), ('education', 'university', 0.25), ('employment', 'employed', 0.4),
  ('employment', 'unemployed', 0.35), ('employment', 'retired', 0.25)) as g(dimension, value_code, share)
where f.period_code = '2026-10';

create table pub_visits as
select scope_code, period_code, kind_code, hide((received * share)::bigint) as asked, hide((received * share * 0.8)::bigint) as done,
  if(received * share * 0.8 >= 20, 40, null)::bigint as mean_minutes
from figures, (values ('escort', 0.02), ('field_visit', 0.03)) as kinds(kind_code, share)
where period_code = '2026-10';

create table pub_stage_curve as
select scope_level as level, scope_code as code, days, round(0.95 * (1 - exp(-0.08 * (days + 1) * chance(scope_code))), 2) as share
from dim_scope cross join range(0, 31) as d(days);

create table pub_capacity as
select 'unit' as level, province_code, unit_code as code,
  case when n % 3 = 0 then 'will_not_recover' when n % 3 = 1 then 'keeps_up' else 'too_short' end as state,
  if(n % 3 = 2, null, 40)::bigint as capacity, 35::bigint as arrivals, 35::bigint as closures, (10 * n)::bigint as open_now,
  case n % 3 when 0 then 0.96 when 1 then 0.64 end as utilisation, if(n % 3 = 2, null, 3)::integer as weeks_of_work, 12 as days_per_case
from (select *, row_number() over (partition by province_code order by unit_code)::integer as n from dim_unit);

create table pub_backlog_forecast as
select level, province_code, code, 13 as weeks_ahead, open_now - 5.0 as low, open_now * 1.0 as median, open_now + 25.0 as high
from pub_capacity where state <> 'too_short';

create table pub_funnel as
select 'unit' as level, code, 'on_time' as criterion_code, case state when 'will_not_recover' then 2.34 else 1.04 end as ratio,
  0.71 as lower_limit, 1.42 as upper_limit, if(state = 'will_not_recover', 'higher', 'usual') as state
from pub_capacity
union all
select 'province', scope_code, 'reopened', if(province_code = 76, 0.42, 1.1), 0.66, 1.5, if(province_code = 76, 'lower', 'usual')
from dim_scope where scope_level = 'province';

create table pub_xmr as
select w.scope_code, 'received' as measure, 'week' as period_kind, w.week_start as start_on, w.received as value,
  320.0 as mean, 200.0 as lower_limit, 440.0 as upper_limit,
  if(w.week_start = max(w.week_start) over (partition by w.scope_code), 'beyond_limit', null) as signal,
  if(w.week_start = max(w.week_start) over (partition by w.scope_code), 1, null) as direction
from pub_weeks as w
where w.scope_code in ('il:76', 'TR') and w.week_start > date '2025-11-20';
