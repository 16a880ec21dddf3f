-- Grain: two units of which the first handed cases to the second, of what reached the first in the last 182 days
-- Key: province_code, from_unit, to_unit
-- total: all that reached the first.
with reached as (
  select province_code, unit_code::varchar as from_unit, count(*) as total
  from fct_stages
  where event_code in ('routed', 'rerouted') and unit_code <> '-' and on_date > getvariable('as_of') - 182
  group by all
),

passed as (
  select
    s.province_code, s.unit_code::varchar as from_unit, (lead(s.unit_code) over life)::varchar as to_unit, lead(s.event_code) over life = 'rerouted' as is_passed, s.event_code
  from fct_stages as s
  semi join (from fct_applications where hops > 0) as a on a.province_code = s.province_code and a.application_id = s.application_id
  where s.on_date > getvariable('as_of') - 182 and s.event_code <> 'rated'
  window life as (partition by s.province_code, s.application_id order by s.event_no)
)

select p.province_code, p.from_unit, p.to_unit, count(*)::integer as n, any_value(r.total)::integer as total
from passed as p
join reached as r using (province_code, from_unit)
where p.is_passed and p.event_code in ('routed', 'rerouted') and p.to_unit not in ('-', p.from_unit)
group by p.province_code, p.from_unit, p.to_unit
order by p.province_code, p.from_unit, p.to_unit
