-- Rows and sum of keys of all that is to be landed: from indexes only, the few sealed ones taken off.
select
  (a.n - s.n)::text,
  (a.ids - s.ids)::text
from (select count(*) as n, coalesce(sum(application_id), 0) as ids from intake.applications) as a,
  (select count(*) as n, coalesce(sum(application_id), 0) as ids from intake.applications where sealed) as s
