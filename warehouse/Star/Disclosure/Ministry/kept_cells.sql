-- Grain: a cell, in order, with what earlier nights say of it
-- What the last release hid stays hidden, or the two together would tell it; what one of the last nights told, and which has not
-- changed since, protects nothing by being hidden now. Both of periods that had ended by then: others are new counts each night.
with earlier as (
  select
    c.cell_no,
    bool_or(e.is_last and e.told is null) as was_hidden,
    bool_or(coalesce(e.told = c.n, false)) as was_told
  from cells as c
  join dim_period as p using (period_code)
  join earlier_told as e using (measure, scope_code, period_code, dimension, value_code)
  where p.end_on <= e.as_of
  group by c.cell_no
)

select c.n, c.is_small or coalesce(e.was_hidden and c.n > 0, false), coalesce(e.was_told, false)
from cells as c
left join earlier as e using (cell_no)
order by c.cell_no
