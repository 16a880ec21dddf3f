-- Grain: a scope, a period and a type that it received in the period, the one before or the one a year ago; of the weeks
-- the last 53 only. A topic row may carry a heading's code: what was given a heading and no topic.
-- Key: scope_code, period_code, level, type_code
with applications as (
  select
    a.province_code, a.district_code, a.heading_code, a.type_code,
    unnest([d.week_code, d.month_code, d.quarter_code, d.year_code]) as period_code
  from fct_applications as a
  join dim_date as d on d.date_key = a.received_on
),

counts as (
  select province_code, district_code, heading_code, type_code, period_code, count(*) as received
  from applications
  semi join dim_period using (period_code)
  group by all
),

cells as (
  select
    scope_of(province_code, district_code) as scope_code,
    period_code,
    if(grouping(type_code) = 1, 'heading', 'topic') as level,
    coalesce(type_code, heading_code) as type_code,
    heading_code,
    sum(received)::bigint as received
  from counts
  group by grouping sets (
    (period_code, heading_code), (period_code, heading_code, type_code),
    (period_code, heading_code, province_code), (period_code, heading_code, type_code, province_code),
    (period_code, heading_code, province_code, district_code),
    (period_code, heading_code, type_code, province_code, district_code))
),

told as (
  select * from dim_period where period_kind <> 'week' or start_on > getvariable('as_of') - 378
),

compared as (
  select scope_code, period_code, level, type_code, heading_code, received, 0 as previous, 0 as year_ago
  from cells
  semi join told using (period_code)
  union all
  select c.scope_code, t.period_code, c.level, c.type_code, c.heading_code, 0, c.received, 0
  from cells as c join told as t on t.previous_code = c.period_code
  union all
  select c.scope_code, t.period_code, c.level, c.type_code, c.heading_code, 0, 0, c.received
  from cells as c join told as t on t.year_ago_code = c.period_code
),

summed as (
  select
    scope_code, period_code, level, type_code, heading_code,
    sum(received)::bigint as received, sum(previous)::bigint as previous, sum(year_ago)::bigint as year_ago
  from compared
  group by all
)

select
  s.scope_code, s.period_code, s.level, s.type_code, s.heading_code,
  s.received,
  if(p.previous_code is null, null, s.previous) as previous_received,
  if(p.year_ago_code is null, null, s.year_ago) as year_ago_received,
  own.received as scope_received,
  coalesce(country.received, 0) as country_received,
  total.received as country_total,
  scope.population_2025 as population
from summed as s
join dim_scope as scope using (scope_code)
join dim_period as p using (period_code)
join mart_key_figures as own using (scope_code, period_code)
join mart_key_figures as total on total.scope_code = 'TR' and total.period_code = s.period_code
left join summed as country
  on country.scope_code = 'TR' and country.period_code = s.period_code
  and country.level = s.level and country.type_code = s.type_code
order by s.scope_code, p.start_on, s.period_code, s.level, s.received desc, s.type_code
