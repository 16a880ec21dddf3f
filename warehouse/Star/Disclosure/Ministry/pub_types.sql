-- A period's count set beside another's is that other period's own cell, hidden or told as it is there. What is compared
-- with a week that has no row of its own is not told.
with types as (
  select scope_code, period_code, dimension as level, value_code as type_code, heading_code, told
  from told_cells
  where dimension in ('heading', 'topic')
),

totals as (
  select scope_code, period_code, told from told_cells where measure = 'received' and dimension = 'total'
),

known as (
  select distinct period_code from types
)

select
  t.scope_code, t.period_code, t.level, t.type_code, t.heading_code,
  t.told as received,
  if(p.previous_code in (from known), if(previous.period_code is null, 0, previous.told), null) as previous_received,
  if(p.year_ago_code in (from known), if(year_ago.period_code is null, 0, year_ago.told), null) as year_ago_received,
  own.told as scope_received,
  if(country.period_code is null, 0, country.told) as country_received,
  total.told as country_total,
  s.population_2025 as population
from types as t
join warehouse.dim_period as p using (period_code)
join warehouse.dim_scope as s using (scope_code)
join totals as own using (scope_code, period_code)
join totals as total on total.scope_code = 'TR' and total.period_code = t.period_code
left join types as previous
  on previous.scope_code = t.scope_code and previous.period_code = p.previous_code
  and previous.level = t.level and previous.type_code = t.type_code
left join types as year_ago
  on year_ago.scope_code = t.scope_code and year_ago.period_code = p.year_ago_code
  and year_ago.level = t.level and year_ago.type_code = t.type_code
left join types as country
  on country.scope_code = 'TR' and country.period_code = t.period_code
  and country.level = t.level and country.type_code = t.type_code
order by t.scope_code, p.start_on, t.period_code, t.level, t.type_code
