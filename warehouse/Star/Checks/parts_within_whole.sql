-- Wrong: a part is greater than its whole, or a count is below zero
select k.scope_code || ' ' || k.period_code as id, p.start_on as on_date
from mart_key_figures as k
join dim_period as p using (period_code)
where k.overdue > k.due or k.persons > k.received or k.overdue_open_at_end > k.open_at_end
  or least(k.open_at_end, k.overdue_open_at_end) < 0
