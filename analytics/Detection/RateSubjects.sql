-- Grain: a province, district or unit
with subjects as (
  select province_code, null::integer as district_code, null::varchar as unit_code, hit, expected
  from $judged
  where judged = 'place'
  union all
  select province_code, district_code, null, hit, expected
  from $judged
  where judged = 'place' and district_code <> 0
  union all
  select province_code, null, unit_code, hit, expected
  from $judged
  where judged = 'unit' and unit_code <> '-'
),

summed as (
  select
    province_code::integer as province_code, district_code, unit_code, count(*) as cases, sum(hit)::bigint as observed,
    sum(expected)::double as expected, sum(expected * (1 - expected))::double as variance
  from subjects
  group by all
)

select s.province_code, s.district_code, s.unit_code, u.name, s.cases, s.observed, s.expected, s.variance
from summed as s
left join dim_unit as u on u.unit_code::varchar = s.unit_code
order by s.province_code, s.district_code nulls first, s.unit_code nulls first
