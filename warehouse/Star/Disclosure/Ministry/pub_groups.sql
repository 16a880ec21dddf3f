select c.scope_code, c.period_code, c.dimension, c.value_code, c.told as received, g.population
from told_cells as c
join warehouse.mart_groups as g using (scope_code, period_code, dimension, value_code)
join warehouse.dim_period as p using (period_code)
order by c.scope_code, p.start_on, c.period_code, c.dimension, c.value_code
