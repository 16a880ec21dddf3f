-- Grain: an answer given in the window, for the place and for the unit that gave it
-- The exposure: an answer of last week has had little time to be reopened.
with answers as (
  select
    c.province_code, c.application_id, c.unit_code::varchar as unit_code,
    least(5, (getvariable('until_on') - c.answered_on) // 14) as exposure,
    again.clock_no is not null as hit
  from fct_clocks as c
  left join fct_clocks as again
    on again.province_code = c.province_code and again.application_id = c.application_id and again.clock_no = c.clock_no + 1
  where c.answered_on between getvariable('from_on') and getvariable('until_on')
)

select unnest(['place', 'unit']) as judged, province_code, application_id, coalesce(unit_code, '-') as unit_code, exposure, hit
from answers
