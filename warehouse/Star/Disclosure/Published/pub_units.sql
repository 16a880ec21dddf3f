select
  u.province_code,
  u.period_code,
  u.unit_code::varchar as unit_code,
  rounded(u.routed) as routed,
  rounded(u.due) as due,
  rounded(u.overdue) as overdue,
  rounded(u.answered) as answered,
  rounded(u.reopened) as reopened
from warehouse.mart_units as u
join warehouse.dim_period as p using (period_code)
order by u.province_code, p.start_on, u.period_code, u.unit_code
