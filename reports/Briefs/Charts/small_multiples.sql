-- Applications received a month, of each province, the last thirteen months up to the period's end.
select
  scope.province_code::integer as Code,
  scope.name as Name,
  period.start_on as StartOn,
  figures.received::bigint as Received
from pub_key_figures as figures
join dim_scope as scope using (scope_code)
join dim_period as period using (period_code)
where scope.scope_level = 'province' and period.period_kind = 'month' and period.is_complete
  and period.end_on <= $end::date and period.end_on > $end::date - interval 400 day
order by scope.province_code, period.start_on
