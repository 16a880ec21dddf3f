-- Applications received a month: the wider step where most weeks are hidden.
select period.start_on as StartOn, figures.received::bigint as Received
from pub_key_figures as figures
join dim_period as period using (period_code)
where figures.scope_code = $scope and period.period_kind = 'month' and period.is_complete and period.start_on <= $end::date
order by period.start_on desc
limit 36
