-- The first load: all of them, without looking for what changed.
select
  e.province_code, e.application_id, e.event_no, e.event_code, e.at, e.unit_code, e.actor_role_code, e.actor_pseudonym,
  e.outcome_code, e.score, e.due_on, e.reason_code
from intake.application_events as e
where not exists (
  select from intake.applications as a
  where a.sealed and a.province_code = e.province_code and a.application_id = e.application_id
)
