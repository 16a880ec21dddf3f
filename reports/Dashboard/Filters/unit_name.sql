-- A unit of the own place.
select name from dim_unit where unit_code = $unit and unit_code <> '-'
