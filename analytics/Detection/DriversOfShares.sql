-- Grain: a case that was judged, with its expected share
select province_code, district_code, unit_code, type_code, channel_code, gender_code, age_band_code, circumstances, hit, expected
from $judged
where judged = if(getvariable('of_unit') is null, 'place', 'unit')
  and (getvariable('of_province') is null or province_code = getvariable('of_province'))
  and (getvariable('of_district') is null or district_code = getvariable('of_district'))
  and (getvariable('of_unit') is null or unit_code = getvariable('of_unit'))
