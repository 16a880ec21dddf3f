-- Rows and sums of keys of what is to be landed from these provinces: from indexes, those of the few sealed applications taken off.
with asked as (
  select string_to_array(current_setting('ingest.provinces'), ',')::smallint[] as provinces
)

select (e.n - s.n)::text, (e.ids - s.ids)::text, (e.nos - s.nos)::text
from (
    select count(*) as n, coalesce(sum(application_id), 0) as ids, coalesce(sum(event_no), 0) as nos
    from intake.application_events
    where province_code = any ((select provinces from asked)::smallint[])
  ) as e,
  (
    select count(*) as n, coalesce(sum(e.application_id), 0) as ids, coalesce(sum(e.event_no), 0) as nos
    from intake.applications as a
    join intake.application_events as e using (province_code, application_id)
    where a.sealed and a.province_code = any ((select provinces from asked)::smallint[])
  ) as s
