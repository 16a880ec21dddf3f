-- Grain: a place that numbers are told of: the country, a province, a district
-- Key: scope_code
-- scope_no is the same as a number, for what joins and sorts millions of cells.
with country as (
  select
    'TR' as scope_code, 'country' as scope_level, 'Türkiye' as name, null as parent_code,
    null::smallint as province_code, null::integer as district_code,
    sum(population_2025)::integer as population_2025, null::smallint as sege_tier
  from dim_province
),

provinces as (
  select
    'il:' || province_code, 'province', name, 'TR', province_code, null, population_2025, sege_2025_tier
  from dim_province
),

districts as (
  select
    'ilce:' || province_code || '-' || district_code, 'district', name, 'il:' || province_code,
    province_code, district_code, population_2025, sege_2017_tier
  from dim_district
  where district_code <> 0
)

select scope_code, (row_number() over (order by scope_level, province_code, district_code))::smallint as scope_no, * exclude (scope_code)
from (from country union all from provinces union all from districts)
order by scope_no
