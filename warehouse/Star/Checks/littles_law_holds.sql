-- Wrong: what lay with a unit, day by day, does not add up to what its cases waited (Little's law)
-- Exact, since every unit's record begins empty and what still lies there is counted on both sides up to the as-of day.
with waited as (
  select province_code, unit_code, sum(coalesce(next_on, getvariable('as_of') + 1) - on_date) as days
  from fct_stages
  where event_code in ('routed', 'rerouted')
  group by all
),

stood as (
  select province_code, unit_code, min(date_key) as on_date, sum(open_at_end * (coalesce(next_key, getvariable('as_of') + 1) - date_key)) as days
  from (select *, lead(date_key) over (partition by province_code, unit_code order by date_key) as next_key from fct_backlog)
  group by all
)

select concat_ws('/', province_code, unit_code) as id, s.on_date
from waited as w
full join stood as s using (province_code, unit_code)
where w.days is distinct from s.days
