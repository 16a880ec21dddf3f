-- Grain: a combination of demographic answers that occurs ('-' not told)
-- Key: demographic_key
select
  demographic_key, gender_code, age_band_code, education_code, employment_code, circumstances
from stg_applications
group by all
order by demographic_key
