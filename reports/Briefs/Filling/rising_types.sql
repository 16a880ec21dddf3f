-- Topics that grew most since the period before; from 20 applications on, below that a rise is mostly rounding.
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
where types.scope_code = $scope and types.period_code = $period and types.level = 'topic'
  and types.type_code <> '-' and types.previous_received >= 20
  and types.received > types.previous_received
order by types.received - types.previous_received desc, types.type_code
limit $limit
