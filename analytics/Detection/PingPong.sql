-- Grain: two units of which one gave a case to the other since the first day asked for
with routings as (
  select
    s.province_code, s.application_id, s.unit_code, d.working_day_ordinal as at_day, s.on_date,
    lead(s.unit_code) over life as next_unit, lead(s.on_date) over life as next_on, lead(d.working_day_ordinal) over life as next_day,
    lead(s.unit_code, 2) over life as then_unit, lead(d.working_day_ordinal, 2) over life as then_day
  from fct_stages as s
  join dim_date as d on d.date_key = s.on_date
  semi join (from fct_applications where hops > 0) as a on a.province_code = s.province_code and a.application_id = s.application_id
  where s.event_code in ('routed', 'rerouted') and s.unit_code <> '-'
  window life as (partition by s.province_code, s.application_id order by s.event_no)
),

passes as (
  select
    province_code, application_id, least(unit_code::varchar, next_unit::varchar) as unit_code, greatest(unit_code::varchar, next_unit::varchar) as other_code,
    then_unit = unit_code as is_returned, then_day - next_day as days
  from routings
  where next_unit <> unit_code and next_on >= getvariable('from_on')
)

select
  p.province_code::integer, p.unit_code, any_value(u.name), p.other_code, any_value(o.name), count(distinct p.application_id),
  count(distinct p.application_id) filter (p.is_returned), coalesce(sum(p.days) filter (p.is_returned), 0)::bigint
from passes as p
left join dim_unit as u on u.unit_code::varchar = p.unit_code
left join dim_unit as o on o.unit_code::varchar = p.other_code
group by p.province_code, p.unit_code, p.other_code
order by 1, 2, 4
