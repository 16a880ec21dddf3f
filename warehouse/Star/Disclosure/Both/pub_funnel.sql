-- Standardised ratios without their O and E, of 20 cases and more.
select
  level, code, criterion_code,
  round(ratio, 2) as ratio,
  round(lower_limit, 2) as lower_limit,
  round(upper_limit, 2) as upper_limit,
  state
from warehouse.mart_funnel
where getvariable('of_districts') or level <> 'district'
order by level, code, criterion_code
