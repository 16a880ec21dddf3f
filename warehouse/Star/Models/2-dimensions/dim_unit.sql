-- Grain: a unit that applications are routed to, and '-' for none
-- Key: unit_code
select unit_code, name, institution, unit_kind_code, province_code, coalesce(district_code, 0) as district_code
from raw.raw_units
union all
select '-', 'Birim yok', '-', 'other', 0, 0
order by unit_code
