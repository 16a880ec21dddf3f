-- Grain: a rejection (art. 10-e)
-- Key: province_code, application_id, event_no
-- '-' where no reason is known: history from elsewhere has none.
select
  province_code,
  application_id,
  event_no,
  local_day("at") as on_date,
  coalesce(reason_code, '-') as reason_code,
  reason_code is null or reason_code in ('missing_information', 'wrong_information', 'false_information') as is_of_information
from raw.raw_events
where event_code = 'rejected' and local_day("at") <= getvariable('as_of')
order by province_code, application_id, event_no
