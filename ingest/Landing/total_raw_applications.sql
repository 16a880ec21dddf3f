-- Rows and sum of keys of what is to be landed from these provinces: from indexes, the few sealed ones taken off.
with asked as (
  select string_to_array(current_setting('ingest.provinces'), ',')::smallint[] as provinces
)

select (a.n - s.n)::text, (a.ids - s.ids)::text
from (
    select count(*) as n, coalesce(sum(application_id), 0) as ids
    from intake.applications
    where province_code = any ((select provinces from asked)::smallint[])
  ) as a,
  (
    select count(*) as n, coalesce(sum(application_id), 0) as ids
    from intake.applications
    where sealed and province_code = any ((select provinces from asked)::smallint[])
  ) as s
