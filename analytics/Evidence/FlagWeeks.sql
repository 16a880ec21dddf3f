-- Grain: a judged matter and one of the eight weeks before or after its turn
-- Key: flag_id, week_start
-- The week of the turn belongs to neither side.
with turns as (
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
  join flag_events as w
    on w.measure = t.measure and w.week_start = t.week_start and w.group_code = t.group_code
    and (t.is_country or list_contains(t.plates, w.province_code::varchar))
    and (t.district_code is null or w.district_code::varchar = t.district_code)
    and (t.unit_code is null or w.unit_code::varchar = t.unit_code)
    and (t.type_code is null or t.type_code in (w.type_code::varchar, w.heading_code::varchar))
  group by all
),

everywhere as (
  select t.flag_id, t.week_start, sum(w.events) as events, sum(w.cases) as cases
  from turns as t
  join flag_events as w
    on w.measure = t.measure and w.week_start = t.week_start and w.group_code = t.group_code
    and not list_contains(t.plates, w.province_code::varchar)
    and (t.type_code is null or t.type_code in (w.type_code::varchar, w.heading_code::varchar))
  where not t.is_country
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
