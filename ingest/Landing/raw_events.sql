-- What changed in the logs. Where the receipt did, the whole log: it may have been written anew, or unsealed, which counts as changed.
with changed as (
  select
    e.province_code, e.application_id, e.event_no, e.event_code, e.at, e.unit_code, e.actor_role_code, e.actor_pseudonym,
    e.outcome_code, e.score, e.due_on, e.reason_code
  from intake.application_events as e
  where e.changed_xid >= current_setting('ingest.since')::xid8
    and not exists (
      select from intake.applications as a
      where a.sealed and a.province_code = e.province_code and a.application_id = e.application_id
    )
)

select * from changed
union all
select
  e.province_code, e.application_id, e.event_no, e.event_code, e.at, e.unit_code, e.actor_role_code, e.actor_pseudonym,
  e.outcome_code, e.score, e.due_on, e.reason_code
from changed as c
join intake.application_events as e on e.province_code = c.province_code and e.application_id = c.application_id
where c.event_no = 1 and e.changed_xid < current_setting('ingest.since')::xid8
