-- Grain: a unit and a day on which what lies with it changed
-- Key: province_code, unit_code, date_key
-- Between two rows nothing changed, so the stock of any day is the last row at or before it. A deadline is the end of its
-- day: what is overdue counts from that day on.
with changes as (
  select province_code, unit_code, on_date as date_key, 1 as came, 0 as went, 0 as overdue_change
  from fct_stages
  where event_code in ('routed'::event_code, 'rerouted'::event_code)
  union all
  select province_code, unit_code, next_on, 0, 1, -is_unit_overdue::integer
  from fct_stages
  where event_code in ('routed'::event_code, 'rerouted'::event_code) and next_on is not null
  union all
  select province_code, unit_code, due_on, 0, 0, 1
  from fct_stages
  where event_code in ('routed'::event_code, 'rerouted'::event_code) and is_unit_overdue
),

days as (
  select province_code, unit_code, date_key, sum(came) as came, sum(went) as went, sum(overdue_change) as overdue_change
  from changes
  group by all
)

select
  province_code,
  unit_code,
  date_key,
  came::integer as came,
  went::integer as went,
  (sum(came - went) over stock)::integer as open_at_end,
  (sum(overdue_change) over stock)::integer as overdue_at_end
from days
window stock as (partition by province_code, unit_code order by date_key)
order by province_code, unit_code, date_key
