-- Grain: an application received by the end of the as-of day
-- Key: province_code, application_id
select
  province_code,
  application_id,
  coalesce(district_code, 0) as district_code,
  bureau_code,
  kind_code,
  channel_code,
  type_code as given_type_code,
  coalesce(gender_code, '-') as gender_code,
  coalesce(age_band_code, '-') as age_band_code,
  coalesce(education_code, '-') as education_code,
  coalesce(employment_code, '-') as employment_code,
  circumstances,
  person_key,
  origin,
  local_day(received_at) as received_on,
  due_on as latest_due_on
from raw.raw_applications
where local_day(received_at) <= getvariable('as_of')
