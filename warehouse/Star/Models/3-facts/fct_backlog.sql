-- Grain: a unit and a day on which what lies with it changed
-- Key: province_code, unit_code, date_key
-- Between two rows nothing changed, so the stock of any day is the last row at or before it. A deadline is the end of its
-- day: what is overdue counts from that day on.
with routings as (
  select province_code, unit_code, on_date, next_on, due_on, is_unit_overdue
  from fct_stages
  where event_code in ('routed'::event_code, 'rerouted'::event_code)
),

came as (
  select province_code, unit_code, on_date as date_key, count(*) as came
  from routings
  group by all
),

went as (
  select province_code, unit_code, next_on as date_key, count(*) as went, count(*) filter (is_unit_overdue) as overdue_went
  from routings
  where next_on is not null
  group by all
),

fell_due as (
  select province_code, unit_code, due_on as date_key, count(*) as overdue_came
  from routings
  where is_unit_overdue
  group by all
),

days as (
  select
    province_code, unit_code, date_key,
    coalesce(came, 0) as came, coalesce(went, 0) as went, coalesce(overdue_came, 0) - coalesce(overdue_went, 0) as overdue_change
  from came
  full join went using (province_code, unit_code, date_key)
  full join fell_due using (province_code, unit_code, date_key)
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
