-- Grain: a district, and 0 for an application that names none
-- Key: district_code
select * replace (district_code::integer as district_code, province_code::smallint as province_code)
from reference.districts
union all by name
select 0 as district_code, 0::smallint as province_code, 'Belirtilmemiş' as name
order by district_code
