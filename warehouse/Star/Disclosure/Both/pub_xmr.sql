-- Limits are of twelve periods and more; a series that ever had fewer than 20 cases in a period is not told.
select
  scope_code, measure, period_kind, start_on,
  case when measure in ('received', 'open_at_end') then rounded(round(value)::bigint) when measure = 'satisfaction' then round(value, 1) else round(value, 2) end as value,
  if(measure in ('received', 'open_at_end'), round(mean / 5) * 5, round(mean, 2)) as mean,
  if(measure in ('received', 'open_at_end'), round(lower_limit / 5) * 5, round(lower_limit, 2)) as lower_limit,
  if(measure in ('received', 'open_at_end'), round(upper_limit / 5) * 5, round(upper_limit, 2)) as upper_limit,
  signal, direction
from warehouse.mart_xmr
where (getvariable('of_districts') or not starts_with(scope_code, 'ilce:'))
qualify min(cases) over (partition by scope_code, measure, period_kind) >= 20
order by scope_code, measure, period_kind, start_on
