-- Flags of the night, with the province that may speak of them.
select
  flag_id,
  case when scope_code = 'TR' then 0 else regexp_extract(scope_code, ':(\d+)', 1)::integer end::smallint as province_code,
  scope_code,
  direction,
  detector,
  sentence,
  getvariable('as_of') as as_of
from flags
order by flag_id
