-- The most intensive types of a level: by count, ties by code.
select
  -- A topic row with a heading's code: given a heading and no topic.
  type.name_tr || if(types.level = 'topic' and types.type_code = types.heading_code, ' (konusu belirtilmemiş)', '') as Name,
  if(types.level = 'topic' and types.type_code = types.heading_code, '', heading.name_tr) as Heading,
  types.received::bigint as Received,
  types.previous_received::bigint as PreviousReceived,
  types.year_ago_received::bigint as YearAgoReceived,
  types.scope_received::bigint as ScopeReceived,
  types.country_received::bigint as CountryReceived,
  types.country_total::bigint as CountryTotal,
  types.population::bigint as Population
from pub_types as types
join dim_type as type using (type_code)
join dim_type as heading on heading.type_code = types.heading_code
where types.scope_code = $scope and types.period_code = $period and types.level = $level
  and types.received > 0 and types.type_code <> '-'
order by types.received desc, types.type_code
limit $limit
