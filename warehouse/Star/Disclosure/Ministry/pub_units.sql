select
  s.province_code,
  c.period_code,
  c.value_code as unit_code,
  any_value(c.told) filter (c.measure = 'routed') as routed,
  any_value(c.told) filter (c.measure = 'due') as due,
  any_value(c.told) filter (c.measure = 'overdue') as overdue,
  any_value(c.told) filter (c.measure = 'answered') as answered,
  any_value(c.told) filter (c.measure = 'reopened') as reopened
from told_cells as c
join warehouse.dim_scope as s using (scope_code)
join warehouse.dim_period as p using (period_code)
where c.dimension = 'unit'
group by s.province_code, c.period_code, p.start_on, c.value_code
order by s.province_code, p.start_on, c.period_code, c.value_code
