-- Wrong: the values of a dimension (circumstances excepted) do not add up to their scope
select g.scope_code || ' ' || g.period_code || ' ' || g.dimension as id, any_value(p.start_on) as on_date
from mart_groups as g
join dim_period as p using (period_code)
join mart_key_figures as k using (scope_code, period_code)
where g.dimension <> 'circumstance'
group by g.scope_code, g.period_code, g.dimension
having sum(g.received) <> any_value(k.received)
