-- Grain: an answer given in the window to a known person
with answers as (
  select province_code, application_id, unit_code::varchar as unit_code, person_key, type_code, answered_on
  from fct_applications
  where person_key is not null and type_code <> '-' and answered_on between getvariable('from_on') and getvariable('until_on')
),

later as (
  select person_key, type_code, application_id, received_on
  from fct_applications
  where person_key is not null and received_on between getvariable('from_on') and getvariable('until_on')
),

repeated as (
  select distinct a.province_code, a.application_id
  from answers as a
  join later as l on l.person_key = a.person_key and l.type_code = a.type_code and l.application_id <> a.application_id and l.received_on > a.answered_on
)

select
  unnest(['place', 'unit']) as judged, a.province_code, a.application_id, a.unit_code,
  least(5, (getvariable('until_on') - a.answered_on) // 14) as exposure, r.application_id is not null as hit
from answers as a
left join repeated as r using (province_code, application_id)
