-- Grain: a combination of demographic answers that occurs ('-' not told)
-- Key: demographic_key
with combinations as (
  select distinct gender_code, age_band_code, education_code, employment_code, circumstances
  from stg_applications
)

select
  (row_number() over (order by gender_code, age_band_code, education_code, employment_code, circumstances))::integer
    as demographic_key,
  *
from combinations
order by demographic_key
