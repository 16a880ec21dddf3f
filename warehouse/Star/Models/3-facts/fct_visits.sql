-- Grain: an escort or field visit asked for by the end of the as-of day
-- Key: province_code, visit_id
-- What came after the as-of day did not happen: a visit that ended later is still open. The plan is the last one made.
with known as (
  select *, coalesce(local_day(ended_at) <= getvariable('as_of'), false) as has_ended
  from raw.raw_visits
  where local_day(asked_at) <= getvariable('as_of')
)

select
  visit_id,
  province_code,
  district_code,
  kind_code,
  origin_code,
  case when has_ended then status when starts_at is null then 'asked' else 'planned' end as status,
  if(has_ended, result_code, null) as result_code,
  planned_minutes,
  if(has_ended, spent_minutes, null) as spent_minutes,
  local_day(asked_at) as asked_on,
  local_day(starts_at) as planned_on,
  if(has_ended, local_day(ended_at), null) as ended_on
from known
