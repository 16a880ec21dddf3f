-- Grain: what was decided of a flag, by the end of the as-of day
-- Key: verdict_no
select
  verdict_no,
  flag_id,
  province_code,
  verdict_code,
  reason_code,
  measure_code,
  measured_on,
  role_code,
  local_day(given_at) as given_on
from raw.raw_verdicts
where local_day(given_at) <= getvariable('as_of')
