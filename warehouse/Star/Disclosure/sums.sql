-- Grain: a cell's part in a sum that anyone may check: topics → heading → total, places → the place they lie in,
-- months → quarter → year, in time + overdue = due. Persons are in no sum; what is open at an end adds up over places only.
-- The parts of a sum follow each other, its whole comes last. Sums without a whole are handed over too: they can be set
-- against nothing, and whoever reads leaves them out. A key has 61 bits, so that no two sums share one.
with parts as (
  select cell_no, dimension = 'heading' as is_whole, 1 as kind, place, period, 0 as measure_no, 0 as dimension_no, heading as code
  from cells where dimension in ('topic', 'heading')
  union all
  select cell_no, false, 2, place, period, 0, dimension_no, 0
  from cells where dimension not in ('total', 'topic', 'circumstance', 'unit', 'visit')
  union all
  select c.cell_no, true, 2, c.place, c.period, 0, d.dimension_no, 0
  from cells as c
  cross join (
    select distinct dimension_no from cells where dimension not in ('total', 'topic', 'circumstance', 'unit', 'visit')
  ) as d
  where c.measure = 'received' and c.dimension = 'total'
  union all
  select cell_no, false, 3, place_above, period, measure_no, dimension_no, code
  from cells where measure <> 'persons' and dimension <> 'unit' and place_above is not null
  union all
  select cell_no, true, 3, place, period, measure_no, dimension_no, code
  from cells where measure <> 'persons' and dimension <> 'unit' and not starts_with(scope_code, 'ilce:')
  union all
  select cell_no, false, 4, place, period_above, measure_no, dimension_no, code
  from cells where period_above is not null and measure not in ('persons', 'open_at_end', 'overdue_open_at_end')
  union all
  select cell_no, true, 4, place, period, measure_no, dimension_no, code
  from cells where is_whole_period and measure not in ('persons', 'open_at_end', 'overdue_open_at_end')
  union all
  select cell_no, measure = 'due', 5, place, period, 0, dimension_no, code
  from cells where measure in ('due', 'overdue', 'on_time')
)

select
  ((((kind::bigint * 4096 + place) * 4096 + period) * 64 + measure_no) * 32 + dimension_no) * 4194304 + code as sum_key, is_whole, cell_no
from parts
where code is not null
order by sum_key, is_whole, cell_no
