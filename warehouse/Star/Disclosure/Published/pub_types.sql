select
  t.scope_code,
  t.period_code,
  t.level,
  t.type_code::varchar as type_code,
  t.heading_code,
  rounded(t.received) as received,
  rounded(t.previous_received) as previous_received,
  rounded(t.year_ago_received) as year_ago_received,
  told(t.scope_code, t.scope_received) as scope_received,
  rounded(t.country_received) as country_received,
  t.country_total,
  t.population
from warehouse.mart_types as t
join warehouse.dim_period as p using (period_code)
-- Not by exact count: the order of hidden and rounded cells would tell it.
order by t.scope_code, p.start_on, t.period_code, t.level, t.type_code
