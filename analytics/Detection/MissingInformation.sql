-- Grain: an application received in the window
select
  'place' as judged, province_code, application_id, '-' as unit_code, least(5, (getvariable('until_on') - received_on) // 14) as exposure,
  coalesce(outcome_code = 'rejected' or status = 'rejected', false) as hit
from fct_applications
where received_on between getvariable('from_on') and getvariable('until_on')
