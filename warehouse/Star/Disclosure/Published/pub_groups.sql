select
  g.scope_code,
  g.period_code,
  g.dimension,
  g.value_code,
  case
    when not (g.dimension = 'kind' and g.value_code = 'tip_off'
      or g.dimension = 'circumstance' and g.value_code in ('disabled', 'ill')) then rounded(g.received)
    when p.period_kind in ('quarter', 'year') then rounded_from_10(g.received)
  end as received,
  g.population
from warehouse.mart_groups as g
join warehouse.dim_period as p using (period_code)
order by g.scope_code, p.start_on, g.period_code, g.dimension, g.value_code
