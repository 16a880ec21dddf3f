-- Grain: a province, a period and a unit that had something to do in it; of the weeks the last 53 only
-- Key: province_code, period_code, unit_code
with told as (
  select * from dim_period where period_kind <> 'week' or start_on > getvariable('as_of') - 378
),

changes as (
  select province_code, unit_code, on_date as date_key, 1 as routed, 0 as due, 0 as overdue, 0 as answered, 0 as reopened
  from fct_stages
  where event_code in ('routed', 'rerouted')
  union all
  select province_code, unit_code, due_on, 0, 1, is_unit_overdue::integer, 0, 0
  from fct_stages
  where due_on <= getvariable('as_of') and event_code in ('routed', 'rerouted')
  union all
  select province_code, unit_code, unit_answered_on, 0, 0, 0, 1, 0
  from fct_stages
  where unit_answered_on is not null
  union all
  -- A reopening is the unit's whose answer did not hold.
  select province_code, unit_code, on_date, 0, 0, 0, 0, 1
  from fct_stages
  where event_code = 'reopened'
),

days as (
  select
    province_code, unit_code, date_key, sum(routed) as routed, sum(due) as due, sum(overdue) as overdue,
    sum(answered) as answered, sum(reopened) as reopened
  from changes
  where unit_code <> '-'
  group by all
)

select
  d.province_code,
  t.period_code,
  d.unit_code,
  sum(d.routed)::bigint as routed,
  sum(d.due)::bigint as due,
  sum(d.overdue)::bigint as overdue,
  sum(d.answered)::bigint as answered,
  sum(d.reopened)::bigint as reopened
from days as d
join told as t on d.date_key between t.start_on and t.end_on
group by all
order by d.province_code, t.period_code, d.unit_code
