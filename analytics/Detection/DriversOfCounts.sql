-- Grain: an application of the window (hit), or of the year before, whose mix says where the expected ones would have been
select
  a.province_code, a.district_code, a.unit_code, a.type_code, a.channel_code, d.gender_code, d.age_band_code, d.circumstances,
  (a.received_on >= getvariable('from_on'))::integer as hit,
  if(hit = 1, 0, getvariable('of_expected') / count(*) filter (a.received_on < getvariable('from_on')) over ()) as expected
from fct_applications as a
join dim_demographic as d using (demographic_key)
where a.received_on between getvariable('from_on') - 364 and getvariable('until_on')
  and (getvariable('of_province') is null or a.province_code = getvariable('of_province'))
  and (getvariable('of_district') is null or a.district_code = getvariable('of_district'))
  and (getvariable('of_unit') is null or a.unit_code::varchar = getvariable('of_unit'))
  and (getvariable('of_type') is null or a.type_code::varchar = getvariable('of_type') or a.heading_code::varchar = getvariable('of_type'))
  and (getvariable('of_dimension') is null or case getvariable('of_dimension')
    when 'gender' then d.gender_code::varchar = getvariable('of_group')
    when 'age' then d.age_band_code::varchar = getvariable('of_group')
    when 'education' then d.education_code::varchar = getvariable('of_group')
    when 'employment' then d.employment_code::varchar = getvariable('of_group')
    when 'channel' then a.channel_code::varchar = getvariable('of_group')
    else list_contains(string_split(d.circumstances::varchar, '|'), getvariable('of_group'))
  end)
