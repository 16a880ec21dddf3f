-- One value for all rows; changed_xid is the database's own count of transactions.
select md5(string_agg(row, '' order by row collate "C"))
from (
  select (to_jsonb(a) - 'changed_xid')::text as row from intake.applications a
  union all select to_jsonb(p)::text from intake.applicants p
  union all select (to_jsonb(e) - 'changed_xid')::text from intake.application_events e
  union all select (to_jsonb(u) - 'changed_xid')::text from intake.units u
  union all select (to_jsonb(b) - 'changed_xid')::text from intake.bureaus b
) as rows;
