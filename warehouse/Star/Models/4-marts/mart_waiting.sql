-- Grain: a scope and a period in which it received applications
-- Key: scope_code, period_code
-- Median of those received: an open one waits longer than all answered ones; rejected and referred ones wait for no
-- answer and are left out. Null where half of them still wait.
with received as (
  select
    a.province_code,
    a.district_code,
    unnest([d.week_code, d.month_code, d.quarter_code, d.year_code]) as period_code,
    -- One person without a pseudonym each. 64 bits of hash: among a million persons two collide once in 37 million times.
    if(a.person_key is null, hash(a.province_code, a.application_id), hash(a.person_key)) as person,
    if(a.is_open, 32767::smallint, a.working_days_to_answer::smallint) as working_days
  from fct_applications as a
  join dim_date as d on d.date_key = a.received_on
),

grouped as (
  select
    scope_of(province_code, district_code) as scope_code,
    period_code,
    count(distinct person) as persons,
    quantile_disc(working_days, 0.5) as median_working_days
  from received
  semi join dim_period using (period_code)
  group by grouping sets (
    (period_code), (period_code, province_code), (period_code, province_code, district_code))
)

select g.scope_code, g.period_code, g.persons, nullif(g.median_working_days, 32767)::smallint as median_working_days
from grouped as g
semi join dim_scope using (scope_code)
order by all
