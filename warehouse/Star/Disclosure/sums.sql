-- Grain: a cell's part in a sum that anyone may check: topics → heading → total, places → the place they lie in,
-- months → quarter → year, in time + overdue = due. Persons are in no sum; what is open at an end adds up over places only.
with periods as (
  select p.period_code, p.period_kind, whole.period_code as whole_code
  from dim_period as p
  left join dim_period as whole
    on (p.period_kind, whole.period_kind) in (('month', 'quarter'), ('quarter', 'year'))
    and p.start_on between whole.start_on and whole.end_on
),

parts as (
  select cell_no, false as is_whole, concat_ws('|', 'topics', scope_code, period_code, heading_code) as sum_key
  from cells where dimension = 'topic'
  union all
  select cell_no, true, concat_ws('|', 'topics', scope_code, period_code, heading_code)
  from cells where dimension = 'heading'
  union all
  select cell_no, false, concat_ws('|', dimension, scope_code, period_code)
  from cells where dimension not in ('total', 'topic', 'circumstance', 'unit', 'visit')
  union all
  select cell_no, true, concat_ws('|', d.dimension, scope_code, period_code)
  from cells
  cross join (
    select distinct dimension from cells where dimension not in ('total', 'topic', 'circumstance', 'unit', 'visit')
  ) as d
  where cells.measure = 'received' and cells.dimension = 'total'
  union all
  select cell_no, false, concat_ws('|', 'places', place_above(scope_code), measure, period_code, dimension, value_code)
  from cells where measure <> 'persons' and dimension <> 'unit' and scope_code <> 'TR'
  union all
  select cell_no, true, concat_ws('|', 'places', scope_code, measure, period_code, dimension, value_code)
  from cells where measure <> 'persons' and dimension <> 'unit' and not starts_with(scope_code, 'ilce:')
  union all
  select cell_no, is_whole, concat_ws('|', 'time', measure, scope_code, dimension, value_code, sum_code)
  from (
    select c.*, false as is_whole, p.whole_code as sum_code
    from cells as c join periods as p using (period_code)
    where p.whole_code is not null
    union all
    select c.*, true, c.period_code
    from cells as c join periods as p using (period_code)
    where p.period_kind in ('quarter', 'year')
  )
  where measure not in ('persons', 'open_at_end', 'overdue_open_at_end')
  union all
  select cell_no, measure = 'due', concat_ws('|', 'in time', scope_code, period_code, dimension, value_code)
  from cells where measure in ('due', 'overdue', 'on_time')
),

-- A sum is known by its whole: parts whose whole is told nowhere can be set against nothing, a whole without parts neither.
whole_ones as (
  select sum_key from parts group by all having bool_or(is_whole) and count(*) > 1
)

-- A sum in which nothing is to be hidden may become one later, so all of them are handed over.
select (dense_rank() over (order by sum_key) - 1)::integer as sum_no, cell_no
from parts
semi join whole_ones using (sum_key)
order by sum_no, is_whole, cell_no
