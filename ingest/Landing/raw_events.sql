-- The whole log of every application of which anything changed: one that is unsealed brings its old events with it.
with touched as (
  select province_code, application_id
  from intake.applications
  where changed_xid >= current_setting('ingest.since')::xid8 and not sealed
  union
  select e.province_code, e.application_id
  from intake.application_events as e
  where e.changed_xid >= current_setting('ingest.since')::xid8
    and not exists (
      select from intake.applications as a
      where a.sealed and a.province_code = e.province_code and a.application_id = e.application_id
    )
)

select
  e.province_code, e.application_id, e.event_no, e.event_code, e.at, e.unit_code, e.actor_role_code, e.actor_pseudonym,
  e.outcome_code, e.score, e.due_on
from touched as t
join intake.application_events as e using (province_code, application_id)
