-- Grain: an application received in the window; a rejection without a known reason counts
with rejections as (
  select province_code, application_id, arg_max(is_of_information, event_no) as is_of_information from fct_rejections group by all
)

select
  'place' as judged, a.province_code, a.application_id, '-' as unit_code, least(5, (getvariable('until_on') - a.received_on) // 14) as exposure,
  coalesce(a.outcome_code = 'rejected' or a.status = 'rejected', false) and coalesce(r.is_of_information, true) as hit
from fct_applications as a
left join rejections as r using (province_code, application_id)
where a.received_on between getvariable('from_on') and getvariable('until_on')
