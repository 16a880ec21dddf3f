-- What the last night flagged of a place and of what lies within it; problems first, the least likely by chance first.
select
  f.flag_id as FlagId, f.detector as Detector, f.direction as Direction, f.level as Level, f.scope_code as ScopeCode, f.place_code::varchar as PlaceCodes,
  try_cast(f.district_code as integer) as DistrictCode, f.unit_code::varchar as UnitCode, u.name as Unit, f.type_code::varchar as TypeCode, t.name_tr as Type,
  f.group_code::varchar as GroupCode, f.window_start as WindowStart, f.window_end as WindowEnd,
  f.observed::double as Observed, f.expected::double as Expected, f.ratio::double as Ratio, f.low::double as Low, f.high::double as High, f.q_value::double as QValue,
  f.sentence as Sentence, f.first_seen as FirstSeen, f.nights::bigint as Nights
from pub_flags as f
left join dim_unit as u on u.unit_code = f.unit_code and u.unit_code <> '-'
left join dim_type as t on t.type_code = f.type_code and t.type_code <> '-'
where $scope = 'TR'
  or f.scope_code = $scope
  or starts_with(f.scope_code, replace($scope, 'il:', 'ilce:') || '-')
  or $district = 0 and list_contains(string_split(f.place_code::varchar, '|'), $plate::varchar)
order by f.direction = 'good_practice', f.q_value, f.ratio desc, f.flag_id
