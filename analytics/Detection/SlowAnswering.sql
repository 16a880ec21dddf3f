-- Grain: a unit, heading, period (the window, or the year before) and age in working days since the routing, with who came, left, was answered
-- A case that was open when the window began is seen in it from the age it had then on.
with marks as (
  select
    (select max(working_day_ordinal) from dim_date where date_key < getvariable('from_on')) as last_before,
    (select working_day_ordinal from dim_date where date_key = getvariable('until_on')) as today
),

routings as (
  select
    s.province_code, s.unit_code, a.heading_code, came.working_day_ordinal as came_at,
    coalesce(went.working_day_ordinal, m.today) as left_at, s.unit_answered_on is not null as answered, m.last_before
  from fct_stages as s
  join fct_applications as a on a.province_code = s.province_code and a.application_id = s.application_id
  join dim_date as came on came.date_key = s.on_date
  left join dim_date as went on went.date_key = s.next_on
  cross join marks as m
  where s.event_code in ('routed', 'rerouted') and s.unit_code <> '-' and s.on_date between getvariable('from_on') - 364 and getvariable('until_on')
),

seen as (
  select province_code, unit_code, heading_code, true as is_recent, greatest(0, last_before + 1 - came_at) as from_age, left_at - came_at as to_age, answered
  from routings
  where left_at > last_before
  union all
  select province_code, unit_code, heading_code, false, 0, least(left_at, last_before) - came_at, answered and left_at <= last_before
  from routings
  where came_at <= last_before
),

moves as (
  select province_code, unit_code, heading_code, is_recent, from_age as age, 1 as entered, 0 as gone, 0 as answered from seen
  union all
  select province_code, unit_code, heading_code, is_recent, to_age, 0, 1, answered::integer from seen
)

select
  m.province_code::integer, m.unit_code::varchar, any_value(u.name), m.heading_code::varchar, m.is_recent, m.age::integer,
  sum(m.entered)::integer, sum(m.gone)::integer, sum(m.answered)::integer
from moves as m
left join dim_unit as u using (unit_code)
group by m.province_code, m.unit_code, m.heading_code, m.is_recent, m.age
order by 1, 2, 4, 5, 6
