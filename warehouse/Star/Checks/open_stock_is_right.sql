-- Wrong: what was open at the end, added up day by day, is not what the facts hold open on the as-of day
select k.scope_code as id, p.start_on as on_date
from mart_key_figures as k
join dim_period as p using (period_code)
where k.scope_code = 'TR' and getvariable('as_of') between p.start_on and p.end_on
  and (
    k.open_at_end <> (select count(*) from fct_applications where is_open)
    or k.overdue_open_at_end <> (select count(*) from fct_applications where is_open and is_overdue))
