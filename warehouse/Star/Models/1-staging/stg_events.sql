-- Grain: an event by the end of the as-of day
-- Key: province_code, application_id, event_no
-- No event comes before its application's receipt (checks event_before_receipt, stages_all_there), so the day alone tells.
select
  province_code,
  application_id,
  event_no,
  event_code::event_code as event_code,
  unit_code::unit_code as unit_code,
  coalesce(actor_role_code, '-')::role_code as actor_role_code,
  coalesce(actor_key, '-')::officer_key as officer_key,
  outcome_code::outcome_code as outcome_code,
  score,
  local_day("at") as on_date,
  due_on
from raw.raw_events
where local_day("at") <= getvariable('as_of')
