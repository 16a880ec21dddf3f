-- Grain: a scope, a period and a kind of visit of which something happened in it; of the weeks the last 53 only
-- Key: scope_code, period_code, kind_code
-- Asked for counts on its day, done and its minutes on the day it ended.
with told as (
  select * from dim_period where period_kind <> 'week' or start_on > getvariable('as_of') - 378
),

days as (
  select
    province_code, coalesce(district_code, 0) as district_code, kind_code, asked_on as date_key, count(*) as asked, 0 as done, 0 as minutes
  from fct_visits
  group by all
  union all
  select province_code, coalesce(district_code, 0), kind_code, ended_on, 0, count(*), sum(spent_minutes)
  from fct_visits
  where status = 'done'
  group by all
),

cells as (
  select
    scope_of(d.province_code, d.district_code) as scope_code,
    t.period_code,
    d.kind_code,
    sum(d.asked)::bigint as asked,
    sum(d.done)::bigint as done,
    sum(d.minutes)::bigint as minutes
  from days as d
  join told as t on d.date_key between t.start_on and t.end_on
  group by grouping sets (
    (t.period_code, d.kind_code), (t.period_code, d.kind_code, d.province_code),
    (t.period_code, d.kind_code, d.province_code, d.district_code))
)

select c.*
from cells as c
semi join dim_scope using (scope_code)
order by c.scope_code, c.period_code, c.kind_code
