select
  scope_code,
  week_start,
  told(scope_code, received) as received,
  told(scope_code, due) as due,
  told(scope_code, overdue) as overdue
from warehouse.mart_weeks
order by scope_code, week_start
