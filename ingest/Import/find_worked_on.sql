-- Somebody here has taken a step since it was imported: a file may not undo that.
with worked_on as (
  select h.line
  from import_hash h
  where h.is_known and h.content_hash is distinct from h.hash_before
    and exists (
      select from intake.application_events e
      where e.province_code = h.province_code and e.application_id = h.application_id and e.actor_role_code is not null)
),
noted as (
  insert into import_rejected
  select line from worked_on
)
select 'applications' as file, line, 'external_id' as column_name, 'changed, but it has been worked on here since: not corrected' as reason
from worked_on
order by line;
