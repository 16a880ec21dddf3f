-- Grain: a judged matter and one of the eight weeks before or after its turn
-- Key: flag_id, week_start
-- The week of the turn belongs to neither side. Counted are events, and of how many; of applications received, how many a week.
with bounds as (
  select min(turn_week) - 56 as from_on, least(max(turn_week) + 63, getvariable('as_of') + 1) as until_on from judged_flags
),

cases as (
  select * from fct_applications where coalesce(closed_on, getvariable('as_of')) >= (select from_on from bounds)
),

steps as (
  select s.on_date, s.event_code, s.province_code, c.district_code, s.unit_code, c.type_code, c.heading_code
  from fct_stages as s
  join cases as c using (province_code, application_id)
  where s.event_code in ('routed', 'rerouted', 'rejected', 'answered', 'reopened') and s.on_date >= (select from_on from bounds)
),

happened as (
  select 'received' as measure, received_on as on_date, province_code, district_code, unit_code, type_code, heading_code, 1 as events, 0 as cases from cases
  union all
  select 'overdue', due_on, province_code, district_code, unit_code, type_code, heading_code, is_overdue::int, 1 from cases where due_on <= getvariable('as_of')
  union all
  select 'unit_overdue', due_on, province_code, 0, unit_code, '-', '-', is_unit_overdue::int, 1 from fct_stages
  where due_on between (select from_on from bounds) and getvariable('as_of')
  union all
  select 'days', answered_on, province_code, district_code, unit_code, type_code, heading_code, working_days_to_answer, 1 from cases where working_days_to_answer is not null
  union all
  select 'dissatisfied', closed_on, province_code, district_code, unit_code, type_code, heading_code, (satisfaction <= 2)::int, 1 from cases
  where satisfaction is not null and closed_on is not null
  union all
  select 'rerouted', on_date, * exclude (on_date, event_code), (event_code = 'rerouted')::int, 1 from steps where event_code in ('routed', 'rerouted')
  union all
  select 'reopened', on_date, * exclude (on_date, event_code), (event_code = 'reopened')::int, (event_code = 'answered')::int from steps
  where event_code in ('answered', 'reopened')
  union all
  select 'rejected', on_date, * exclude (on_date, event_code), 1, 0 from steps where event_code = 'rejected'
  union all
  select 'rejected', received_on, province_code, district_code, unit_code, type_code, heading_code, 0, 1 from cases
),

weekly as (
  select
    measure, date_trunc('week', on_date)::date as week_start, province_code, district_code, unit_code, type_code, heading_code,
    sum(events) as events, sum(cases) as cases
  from happened
  where on_date >= (select from_on from bounds) and on_date < (select until_on from bounds)
  group by all
),

turns as (
  select j.*, (j.turn_week + 7 * w.n::integer) as week_start, w.n > 0 as is_after
  from judged_flags as j
  cross join (select n from generate_series(-8, 8) as weeks (n) where n <> 0) as w
  where (j.turn_week + 7 * w.n::integer) + 6 <= getvariable('as_of')
),

own as (
  select
    t.flag_id, t.week_start,
    sum(w.events) as events, sum(w.cases) as cases
  from turns as t
  join weekly as w
    on w.measure = t.measure and w.week_start = t.week_start
    and (t.level = 'country' or list_contains(t.plates, w.province_code::varchar))
    and (t.district_code is null or w.district_code::varchar = t.district_code)
    and (t.unit_code is null or w.unit_code::varchar = t.unit_code)
    and (t.type_code is null or t.type_code in (w.type_code::varchar, w.heading_code::varchar))
  group by all
),

everywhere as (
  select t.flag_id, t.week_start, sum(w.events) as events, sum(w.cases) as cases
  from turns as t
  join weekly as w
    on w.measure = t.measure and w.week_start = t.week_start
    and not list_contains(t.plates, w.province_code::varchar)
    and (t.type_code is null or t.type_code in (w.type_code::varchar, w.heading_code::varchar))
  where t.level <> 'country'
  group by all
)

select
  t.flag_id, t.detector, t.verdict_code, t.reason_code, t.measure_code, t.measured_on, t.given_on, t.measure, t.less_is_better,
  t.week_start, t.is_after,
  coalesce(o.events, 0)::double as events,
  if(t.measure = 'received', 1, coalesce(o.cases, 0))::double as cases,
  coalesce(e.events, 0)::double as elsewhere_events,
  if(t.measure = 'received', 1, coalesce(e.cases, 0))::double as elsewhere_cases
from turns as t
left join own as o using (flag_id, week_start)
left join everywhere as e using (flag_id, week_start)
order by t.flag_id, t.week_start
