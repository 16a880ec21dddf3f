-- Grain: a province, district or unit with what its record in the window says of its diligence
-- Days of a province: of those received; of a unit: of those routed to it.
with places as (
  select
    province_code, district_code, null::varchar as unit_code, received_on as on_date,
    type_code <> '-' and (answered_on is null or (outcome_code is not null and unit_code <> '-' and routed_on is not null)) as is_complete,
    hops > 0 and unit_code = '-' as is_handed_on
  from fct_applications
  where received_on between getvariable('from_on') and getvariable('until_on')
),

units as (
  select
    s.province_code, null::integer as district_code, s.unit_code::varchar as unit_code, s.on_date,
    a.type_code <> '-' and (s.unit_answered_on is null or a.outcome_code is not null) as is_complete,
    coalesce(s.next_on is not null and s.unit_answered_on is null and a.hops > 0, false) as is_handed_on
  from fct_stages as s
  join fct_applications as a on a.province_code = s.province_code and a.application_id = s.application_id
  where s.event_code in ('routed', 'rerouted') and s.unit_code <> '-' and s.on_date between getvariable('from_on') and getvariable('until_on')
),

subjects as (
  select * replace (null::integer as district_code) from places
  union all
  select * from places where district_code <> 0
  union all
  select * from units
)

select
  province_code::integer, district_code, unit_code, avg(is_complete::integer), avg(is_handed_on::integer),
  (count(*) filter (on_date > getvariable('until_on') - 28)) / 28.0 / (count(*) / (getvariable('until_on') - getvariable('from_on') + 1))
from subjects
group by province_code, district_code, unit_code
