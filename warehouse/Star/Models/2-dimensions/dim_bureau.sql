-- Grain: a bureau
-- Key: bureau_code
select bureau_code, name, province_code, coalesce(district_code, 0) as district_code, opened_on, closed_on
from raw.raw_bureaus
order by bureau_code
