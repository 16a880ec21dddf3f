with visits as (
  select
    scope_code,
    period_code,
    value_code as kind_code,
    any_value(told) filter (measure = 'asked') as asked,
    any_value(told) filter (measure = 'done') as done
  from told_cells
  where dimension = 'visit'
  group by all
)

select v.scope_code, v.period_code, v.kind_code, v.asked, v.done, if(v.done >= 20, round(m.minutes / m.done), null)::bigint as mean_minutes
from visits as v
join warehouse.mart_visits as m using (scope_code, period_code, kind_code)
join warehouse.dim_period as p using (period_code)
order by v.scope_code, p.start_on, v.period_code, v.kind_code
