-- What only the database or the whole file can tell.
with wrong as (
  select 'applications' as file, line, 'external_id' as column_name, 'stands twice in the file' as reason
  from (select line, row_number() over (partition by external_id order by line) as nth from import_applications) rows
  where nth > 1
  union all
  select 'applications', a.line, 'unit_code', 'no such unit'
  from import_applications a
  where a.unit_code is not null and not exists (select from intake.units u where u.unit_code = a.unit_code)
  union all
  select 'applications', a.line, 'unit_code', 'required where routed_at is given'
  from import_applications a
  where a.unit_code is null and a.routed_at is not null and not exists (select from import_events e where e.external_id = a.external_id)
  union all
  select 'applications', a.line, 'province_code', 'a known external_id cannot move to another province'
  from import_applications a
  join intake.applications known on known.external_id = a.external_id and known.province_code <> a.province_code
  union all
  select 'applications', a.line, case when a.outcome_code is not null then 'outcome' else 'satisfaction' end, 'without answered_at or closed_at, and without events'
  from import_applications a
  where (a.outcome_code is not null or a.satisfaction is not null) and a.answered_at is null and a.closed_at is null
    and not exists (select from import_events e where e.external_id = a.external_id)
  union all
  select 'events', e.line, 'unit_code', 'no such unit'
  from import_events e
  where e.unit_code is not null and not exists (select from intake.units u where u.unit_code = e.unit_code)
  union all
  select 'events', e.line, 'external_id', 'no application of that id was accepted from the applications file'
  from import_events e
  where not exists (select from import_applications a where a.external_id = e.external_id)
),
noted as (
  insert into import_rejected
  select line from wrong where file = 'applications'
),
gone as (
  delete from import_events e
  using wrong w
  where w.file = 'events' and w.line = e.line
)
select file, line, column_name, reason
from wrong
order by file, line;
