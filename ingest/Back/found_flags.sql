-- What was flagged this night, under the id of its first night, with the province that may speak of it; of neighbours the country's.
select
  flag_id,
  case when scope_code = 'TR' or level = 'cluster' then 0 else regexp_extract(scope_code, ':(\d+)', 1)::integer end::smallint as province_code,
  if(level = 'cluster', 'TR', scope_code) as scope_code,
  direction,
  detector,
  sentence,
  first_seen,
  last_seen
from flag_ledger
where last_seen = getvariable('as_of')
order by flag_id
