-- Grain: a scope and a period in which it received applications
-- Key: scope_code, period_code
-- Median of those received: an open one waits longer than all answered ones; rejected and referred ones wait for no
-- answer and are left out. Null where half of them still wait.
with received as (
  select province_code, district_code, received_on, if(is_open, 32767, working_days_to_answer)::smallint as working_days
  from fct_applications
  where is_open or working_days_to_answer is not null
),

-- How many waited how long: a median needs no more than that.
waits_by as (
  select false as by_week, date_trunc('month', received_on)::date as date_key, province_code, district_code, working_days, count(*) as n
  from received
  group by all
  union all
  select true, date_trunc('week', received_on)::date, province_code, district_code, working_days, count(*)
  from received
  group by all
),

waits as (
  select w.province_code, w.district_code, d.period_no, w.working_days, sum(w.n)::bigint as n
  from waits_by as w
  join dim_period_day as d on d.date_key = w.date_key and (d.period_kind = 'week') = w.by_week
  group by grouping sets (
    (d.period_no, w.working_days), (d.period_no, w.working_days, w.province_code),
    (d.period_no, w.working_days, w.province_code, w.district_code))
),

medians as (
  select province_code, district_code, period_no, min(working_days) filter (2 * n_so_far >= n_all) as median_working_days
  from (
    select
      *,
      sum(n) over (partition by province_code, district_code, period_no order by working_days) as n_so_far,
      sum(n) over (partition by province_code, district_code, period_no) as n_all
    from waits
  )
  group by all
)

select w.scope_code, w.period_code, w.persons, nullif(m.median_working_days, 32767)::smallint as median_working_days
from mart_persons as w
join dim_period as p using (period_code)
join dim_scope as s using (scope_code)
left join medians as m
  on m.period_no = p.period_no
  and m.province_code is not distinct from s.province_code and m.district_code is not distinct from s.district_code
order by w.scope_code, p.period_no
