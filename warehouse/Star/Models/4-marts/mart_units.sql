-- Grain: a province, a period and a unit that had something to do in it; of the weeks the last 53 only
-- Key: province_code, period_code, unit_code
with routed as (
  select province_code, unit_code, date_key, came as routed
  from fct_backlog
  where came > 0
),

fell_due as (
  select province_code, unit_code, due_on as date_key, count(*) as due, count(*) filter (is_unit_overdue) as overdue
  from fct_stages
  where due_on <= getvariable('as_of') and event_code in ('routed'::event_code, 'rerouted'::event_code)
  group by all
),

answered as (
  select province_code, unit_code, unit_answered_on as date_key, count(*) as answered
  from fct_stages
  where unit_answered_on is not null
  group by all
),

-- A reopening is the unit's whose answer did not hold.
reopened as (
  select province_code, unit_code, on_date as date_key, count(*) as reopened
  from fct_stages
  where event_code = 'reopened'::event_code
  group by all
),

days as (
  select province_code, unit_code, date_key, routed, due, overdue, answered, reopened
  from routed
  full join fell_due using (province_code, unit_code, date_key)
  full join answered using (province_code, unit_code, date_key)
  full join reopened using (province_code, unit_code, date_key)
  where unit_code <> '-'
),

told as (
  select d.*
  from dim_period_day as d
  join dim_period as p using (period_no)
  where p.period_kind <> 'week' or p.start_on > getvariable('as_of') - 378
)

select
  d.province_code,
  any_value(t.period_code) as period_code,
  d.unit_code,
  coalesce(sum(d.routed), 0)::bigint as routed,
  coalesce(sum(d.due), 0)::bigint as due,
  coalesce(sum(d.overdue), 0)::bigint as overdue,
  coalesce(sum(d.answered), 0)::bigint as answered,
  coalesce(sum(d.reopened), 0)::bigint as reopened
from days as d
join told as t using (date_key)
group by d.province_code, d.unit_code, t.period_no
order by d.province_code, t.period_no, d.unit_code
