-- Grain: a scope and one of the last 156 ended weeks
-- Key: scope_code, week_start
select
  k.scope_code,
  p.start_on as week_start,
  k.received,
  k.due,
  k.overdue
from mart_key_figures as k
join dim_period as p using (period_code)
where p.period_kind = 'week' and p.is_complete
order by k.scope_code, week_start
