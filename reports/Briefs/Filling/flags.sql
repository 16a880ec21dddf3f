-- The flags of a scope and of what lies within it; problems first, the least likely by chance first.
-- A night's flags speak of the weeks up to its data date: a period that ended last shows all of them.
with concerning as (
  select *
  from pub_flags as flags
  where flags.window_end >= $start::date
    and flags.window_start <= case when $latest then flags.as_of else $end::date end
    and (
      $scope = 'TR'
      or flags.scope_code = $scope
      or starts_with(flags.scope_code, replace($scope, 'il:', 'ilce:') || '-')
      or ($district = 0 and list_contains(string_split(flags.place_code::varchar, '|'), $plate::varchar))
      or ($district <> 0 and try_cast(flags.district_code as integer) = $district)
    )
)
select
  flags.direction as Direction,
  flags.level as Level,
  flags.place_code::varchar as PlaceCodes,
  try_cast(flags.district_code as integer) as DistrictCode,
  unit.name as Unit,
  type.name_tr as Type,
  flags.window_start as WindowStart,
  flags.window_end as WindowEnd,
  flags.observed::double as Observed,
  flags.expected::double as Expected,
  flags.ratio::double as Ratio,
  flags.low::double as Low,
  flags.high::double as High,
  flags.q_value::double as QValue,
  flags.sentence as Sentence,
  count(*) over () as Total
from concerning as flags
left join dim_unit as unit on unit.unit_code = flags.unit_code and unit.unit_code <> '-'
left join dim_type as type on type.type_code = flags.type_code and type.type_code <> '-'
order by flags.direction = 'good_practice', flags.q_value, flags.ratio desc, flags.flag_id
limit 5
