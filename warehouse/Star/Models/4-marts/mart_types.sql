-- Grain: a scope, a period and a type that it received in the period, the one before or the one a year ago; of the weeks
-- the last 53 only. A topic row may carry a heading's code: what was given a heading and no topic.
-- Key: scope_code, period_code, level, type_code
-- The weeks of the year before the last are counted too: the last ones are compared with them.
with counted as (
  select false as by_week, date_trunc('month', received_on)::date as date_key, province_code, district_code, type_code, count(*) as received
  from fct_applications
  group by all
  union all
  select true, date_trunc('week', received_on)::date, province_code, district_code, type_code, count(*)
  from fct_applications
  where date_trunc('week', received_on) > getvariable('as_of') - 378 - 371
  group by all
),

districts as (
  select c.province_code, c.district_code, d.period_no, c.type_code, sum(c.received)::integer as received
  from counted as c
  join dim_period_day as d on d.date_key = c.date_key and (d.period_kind = 'week') = c.by_week
  group by all
),

provinces as (
  select province_code, period_no, type_code, sum(received)::integer as received
  from districts
  group by all
),

topics as (
  select s.scope_no, d.period_no, d.type_code, d.received
  from districts as d
  join dim_scope as s on s.province_code = d.province_code and s.district_code = d.district_code
  union all
  select s.scope_no, p.period_no, p.type_code, p.received
  from provinces as p
  join dim_scope as s on s.scope_level = 'province' and s.province_code = p.province_code
  union all
  select s.scope_no, p.period_no, p.type_code, sum(p.received)::integer
  from provinces as p
  join dim_scope as s on s.scope_level = 'country'
  group by all
),

cells as (
  select scope_no, period_no, 'topic'::type_level as level, type_code, received
  from topics
  union all
  select t.scope_no, t.period_no, 'heading', d.heading_code::type_code, sum(t.received)::integer
  from topics as t
  join dim_type as d using (type_code)
  group by all
),

periods as (
  select p.period_no, p.period_code, previous.period_no as previous_no, year_ago.period_no as year_ago_no
  from dim_period as p
  left join dim_period as previous on previous.period_code = p.previous_code
  left join dim_period as year_ago on year_ago.period_code = p.year_ago_code
  where p.period_kind <> 'week' or p.start_on > getvariable('as_of') - 378
),

-- A cell counts for its own period, the next one and the one a year later.
own as (
  select c.scope_no, p.period_no, c.level, c.type_code, c.received
  from cells as c join periods as p using (period_no)
),

next_one as (
  select c.scope_no, p.period_no, c.level, c.type_code, c.received as previous
  from cells as c join periods as p on p.previous_no = c.period_no
),

year_later as (
  select c.scope_no, p.period_no, c.level, c.type_code, c.received as year_ago
  from cells as c join periods as p on p.year_ago_no = c.period_no
),

summed as (
  select scope_no, period_no, level, type_code, coalesce(received, 0) as received, coalesce(previous, 0) as previous, coalesce(year_ago, 0) as year_ago
  from own
  full join next_one using (scope_no, period_no, level, type_code)
  full join year_later using (scope_no, period_no, level, type_code)
),

totals as (
  select t.scope_no, t.period_no, sum(t.received)::bigint as received
  from summed as t
  where t.level = 'heading'
  group by all
),

country as (
  select s.period_no, s.level, s.type_code, s.received, t.received as total
  from summed as s
  join totals as t using (scope_no, period_no)
  join dim_scope as scope using (scope_no)
  where scope.scope_level = 'country'
)

select
  scope.scope_code, p.period_code, s.level, s.type_code, d.heading_code,
  s.received::bigint as received,
  if(p.previous_no is null, null, s.previous)::bigint as previous_received,
  if(p.year_ago_no is null, null, s.year_ago)::bigint as year_ago_received,
  own.received as scope_received,
  country.received::bigint as country_received,
  country.total as country_total,
  scope.population_2025 as population
-- Sorted before the long columns are joined on.
from (from summed order by scope_no, period_no, level, type_code) as s
join periods as p using (period_no)
join dim_scope as scope using (scope_no)
join (select type_code, heading_code from dim_type) as d using (type_code)
join totals as own using (scope_no, period_no)
join country using (period_no, level, type_code)
