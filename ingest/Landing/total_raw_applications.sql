-- Rows and sum of keys of what is to be landed of tonight's blocks of numbers: from indexes, the few sealed ones taken off.
with blocks as (
  select p.province_code, first_id, first_id + current_setting('ingest.block')::bigint - 1 as last_id
  from unnest(string_to_array(current_setting('ingest.provinces'), ',')::smallint[]) as p (province_code)
  cross join lateral (select max(application_id) as newest_id from intake.applications where province_code = p.province_code) as n
  cross join lateral generate_series(
    current_setting('ingest.part')::bigint * current_setting('ingest.block')::bigint,
    newest_id,
    current_setting('ingest.parts')::bigint * current_setting('ingest.block')::bigint) as first_id
)

select coalesce(sum(a.n - s.n), 0)::text, coalesce(sum(a.ids - s.ids), 0)::text
from blocks as b
cross join lateral (
  select count(*) as n, coalesce(sum(application_id), 0) as ids
  from intake.applications
  where province_code = b.province_code and application_id between b.first_id and b.last_id
) as a
cross join lateral (
  select count(*) as n, coalesce(sum(application_id), 0) as ids
  from intake.applications
  where sealed and province_code = b.province_code and application_id between b.first_id and b.last_id
) as s
