-- Grain: a province
-- Key: province_code
select * replace (province_code::smallint as province_code)
from reference.provinces
order by province_code
