-- Grain: a part of what the finding speaks of whose share of the difference is large, and well above its usual one
-- Fewer than 8 cases are named nowhere, nor tip-offs; all circumstances are one group. Where nothing of the kind was there
-- before, nothing was usual. The finding's own place, unit, type and group explain nothing.
with parts as (
  $parts
),

whole as (
  select sum(hit) - sum(expected) as difference, sum(expected) as expected from parts
),

each as (
  select dimension, code, sum(hit) as hits, sum(expected) as expected
  from (
    select hit, expected, unnest([
      {dimension: 'unit', code: unit_code::varchar}, {dimension: 'district', code: nullif(district_code, 0)::varchar},
      {dimension: 'province', code: province_code::varchar}, {dimension: 'type', code: type_code::varchar},
      {dimension: 'channel', code: channel_code::varchar}, {dimension: 'gender', code: gender_code::varchar},
      {dimension: 'age', code: age_band_code::varchar}, {dimension: 'circumstance', code: if(circumstances <> '', 'any', '-')}
    ], recursive := true)
    from parts
  )
  where code <> '-'
  group by all
),

shares as (
  select *, (hits - e.expected) / w.difference as share, coalesce(e.expected / nullif(w.expected, 0), 0) as usual
  from each as e, whole as w
)

select s.dimension, s.code, u.name, s.share
from shares as s
left join dim_unit as u on s.dimension = 'unit' and u.unit_code::varchar = s.code
where s.hits >= 8 and s.share >= 0.15 and s.share > 1.2 * s.usual
  and s.dimension is distinct from getvariable('of_dimension')
  and not list_contains([getvariable('of_province')::varchar, getvariable('of_district')::varchar, getvariable('of_unit'), getvariable('of_type')], s.code)
order by s.share - s.usual desc, s.dimension, s.code
