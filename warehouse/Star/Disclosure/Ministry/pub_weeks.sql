select
  c.scope_code,
  p.start_on as week_start,
  any_value(c.told) filter (c.measure = 'received') as received,
  any_value(c.told) filter (c.measure = 'due') as due,
  any_value(c.told) filter (c.measure = 'overdue') as overdue
from told_cells as c
join warehouse.dim_period as p using (period_code)
where c.dimension = 'total' and p.period_kind = 'week' and p.is_complete
group by all
order by c.scope_code, week_start
