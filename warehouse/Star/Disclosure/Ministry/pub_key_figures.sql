with figures as (
  select
    scope_code,
    period_code,
    any_value(told) filter (measure = 'received') as received,
    any_value(told) filter (measure = 'persons') as persons,
    any_value(told) filter (measure = 'answered') as answered,
    any_value(told) filter (measure = 'closed') as closed,
    any_value(told) filter (measure = 'due') as due,
    any_value(told) filter (measure = 'overdue') as overdue,
    any_value(told) filter (measure = 'open_at_end') as open_at_end,
    any_value(told) filter (measure = 'overdue_open_at_end') as overdue_open_at_end,
    any_value(told) filter (measure = 'rejected') as rejected,
    any_value(told) filter (measure = 'reopened') as reopened,
    any_value(told) filter (measure = 'satisfaction_count') as satisfaction_count
  from told_cells
  where dimension = 'total'
  group by all
)

select
  f.scope_code,
  f.period_code,
  f.received,
  previous.received as previous_received,
  year_ago.received as year_ago_received,
  f.persons,
  f.answered,
  f.closed,
  f.due,
  f.overdue,
  f.open_at_end,
  f.overdue_open_at_end,
  f.rejected,
  f.reopened,
  f.satisfaction_count,
  case
    when f.satisfaction_count = 0 then 0
    -- To the nearest 5: the exact sums of all other provinces would give that of a few answers away.
    when f.satisfaction_count >= 20 then (k.satisfaction_sum + 2) // 5 * 5
  end as satisfaction_sum,
  if(f.received >= 20, k.median_working_days, null) as median_working_days
from figures as f
join warehouse.mart_key_figures as k using (scope_code, period_code)
join warehouse.dim_period as p using (period_code)
left join figures as previous on previous.scope_code = f.scope_code and previous.period_code = p.previous_code
left join figures as year_ago on year_ago.scope_code = f.scope_code and year_ago.period_code = p.year_ago_code
order by f.scope_code, p.start_on, f.period_code
