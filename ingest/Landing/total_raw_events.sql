-- Rows and sums of keys of all that is to be landed: from indexes only, those of the few sealed applications taken off.
select
  (e.n - s.n)::text,
  (e.ids - s.ids)::text,
  (e.nos - s.nos)::text
from (select count(*) as n, coalesce(sum(application_id), 0) as ids, coalesce(sum(event_no), 0) as nos from intake.application_events) as e,
  (
    select count(*) as n, coalesce(sum(e.application_id), 0) as ids, coalesce(sum(e.event_no), 0) as nos
    from intake.applications as a
    join intake.application_events as e using (province_code, application_id)
    where a.sealed
  ) as s
