-- Grain: an event of such an application, by the end of the as-of day
-- Key: province_code, application_id, event_no
select
  e.province_code,
  e.application_id,
  e.event_no,
  e.event_code,
  e.unit_code,
  e.actor_role_code,
  e.actor_key,
  e.outcome_code,
  e.score,
  local_day(e."at") as on_date,
  e.due_on
from raw.raw_events as e
semi join stg_applications as a using (province_code, application_id)
where local_day(e."at") <= getvariable('as_of')
