-- Grain: a scope and a period in which it received applications
-- Key: scope_code, period_code
with received as (
  select
    province_code, district_code, received_on,
    -- One person without a pseudonym each.
    coalesce(person_key, hash(province_code, application_id)) as person
  from fct_applications
),

-- A person counts once a period and place: with the first application of it, which comes after one of an earlier period or none.
-- Whatever the number of periods one sort; counting distinct persons of each anew took five times as long.
in_order as (
  select
    person, province_code, district_code, received_on,
    lag(received_on) over visits as last_on,
    lag((province_code, district_code)) over visits <> (province_code, district_code) as has_moved
  from received
  window visits as (partition by person order by received_on)
),

movers as (
  select distinct person from in_order where has_moved
),

-- Who applied in one district only, as nearly all did, has the same last visit in district, province and country: added up below.
visits as (
  select true as is_everywhere, province_code, district_code, received_on, last_on
  from in_order
  anti join movers using (person)
  union all
  select false, province_code, district_code, received_on, lag(received_on) over (partition by person, province_code, district_code order by received_on)
  from in_order semi join movers using (person)
  union all
  select false, province_code, null, received_on, lag(received_on) over (partition by person, province_code order by received_on)
  from in_order semi join movers using (person)
  union all
  select false, null, null, received_on, last_on
  from in_order semi join movers using (person)
),

-- Joined on: worked out of each visit's day they took a sixth of the mart's time.
starts as (
  select
    date_key, date_trunc('week', date_key)::date as of_week, date_trunc('month', date_key)::date as of_month,
    date_trunc('quarter', date_key)::date as of_quarter, date_trunc('year', date_key)::date as of_year
  from dim_date
),

first_visits as (
  select
    v.is_everywhere, v.province_code, v.district_code, v.received_on as date_key,
    count(*) filter (v.last_on is null or v.last_on < s.of_week) as of_week,
    count(*) filter (v.last_on is null or v.last_on < s.of_month) as of_month,
    count(*) filter (v.last_on is null or v.last_on < s.of_quarter) as of_quarter,
    count(*) filter (v.last_on is null or v.last_on < s.of_year) as of_year
  from visits as v
  join starts as s on s.date_key = v.received_on
  group by all
),

firsts as (
  select
    f.is_everywhere, f.province_code, f.district_code, d.period_no,
    sum(case d.period_kind when 'week' then of_week when 'month' then of_month when 'quarter' then of_quarter else of_year end) as persons
  from first_visits as f
  join dim_period_day as d using (date_key)
  group by all
),

persons as (
  select province_code, district_code, period_no, sum(persons)::bigint as persons
  from (
    select province_code, district_code, period_no, sum(persons) as persons
    from firsts
    where is_everywhere
    group by grouping sets ((period_no), (period_no, province_code), (period_no, province_code, district_code))
    union all
    select province_code, district_code, period_no, persons from firsts where not is_everywhere
  )
  group by all
)

select s.scope_code, p.period_code, w.persons
from persons as w
join dim_period as p using (period_no)
join dim_scope as s on s.scope_code = scope_of(w.province_code, w.district_code)
order by s.scope_code, w.period_no
