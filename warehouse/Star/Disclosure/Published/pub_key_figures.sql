select
  k.scope_code,
  k.period_code,
  told(scope_code, received) as received,
  told(scope_code, previous_received) as previous_received,
  told(scope_code, year_ago_received) as year_ago_received,
  told(scope_code, persons) as persons,
  told(scope_code, answered) as answered,
  told(scope_code, closed) as closed,
  told(scope_code, due) as due,
  told(scope_code, overdue) as overdue,
  told(scope_code, open_at_end) as open_at_end,
  told(scope_code, overdue_open_at_end) as overdue_open_at_end,
  told(scope_code, rejected) as rejected,
  told(scope_code, reopened) as reopened,
  told(scope_code, satisfaction_count) as satisfaction_count,
  -- A mean from 20 answers on; its sum rounded like any count, exact for the country.
  case when satisfaction_count = 0 then 0 when satisfaction_count >= 20 then told(scope_code, satisfaction_sum) end as satisfaction_sum,
  if(received >= 20, median_working_days, null) as median_working_days
from warehouse.mart_key_figures as k
join warehouse.dim_period as p using (period_code)
order by k.scope_code, p.start_on, k.period_code
