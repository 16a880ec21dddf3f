-- Wrong: a year's received of the country is not what the facts hold
select k.period_code as id, p.start_on as on_date
from mart_key_figures as k
join dim_period as p using (period_code)
where k.scope_code = 'TR' and p.period_kind = 'year'
  and k.received <> (select count(*) from fct_applications as a where a.received_on between p.start_on and p.end_on)
