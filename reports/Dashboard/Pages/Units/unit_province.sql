-- The plate of a unit's province.
select province_code::integer from dim_unit where unit_code = $unit
