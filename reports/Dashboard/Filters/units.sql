-- The units of a place that have been routed anything.
select unit_code::varchar as Code, name as Name
from dim_unit
where unit_code in (select unit_code from pub_units) and unit_code <> '-'
  and ($plate = 0 or province_code = $plate) and ($district = 0 or district_code = $district)
order by name, unit_code
limit 1000
