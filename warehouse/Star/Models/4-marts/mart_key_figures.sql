-- Grain: a scope and a period, all pairs
-- Key: scope_code, period_code
with sums as (
  select
    scope_of(m.province_code, m.district_code) as scope_code,
    p.period_code,
    sum(m.received) as received,
    sum(m.answered) as answered,
    sum(m.closed) as closed,
    sum(m.due) as due,
    sum(m.overdue) as overdue,
    sum(m.rejected) as rejected,
    sum(m.reopened) as reopened,
    sum(m.satisfaction_count) as satisfaction_count,
    sum(m.satisfaction_sum) as satisfaction_sum
  from mart_days as m
  join dim_period_day as p using (date_key)
  group by grouping sets (
    (p.period_code), (p.period_code, m.province_code), (p.period_code, m.province_code, m.district_code))
),

daily as (
  select
    scope_of(province_code, district_code) as scope_code,
    date_key,
    sum(open_change) as open_change,
    sum(overdue_open_change) as overdue_open_change
  from mart_days
  group by grouping sets ((date_key), (date_key, province_code), (date_key, province_code, district_code))
),

stocks as (
  select
    scope_code,
    date_key,
    sum(open_change) over days_so_far as open_now,
    sum(overdue_open_change) over days_so_far as overdue_open_now
  from daily
  window days_so_far as (partition by scope_code order by date_key)
),

grid as (
  select s.scope_code, p.* from dim_scope as s cross join dim_period as p
)

select
  g.scope_code,
  g.period_code,
  coalesce(s.received, 0)::bigint as received,
  if(g.previous_code is null, null, coalesce(previous.received, 0))::bigint as previous_received,
  if(g.year_ago_code is null, null, coalesce(year_ago.received, 0))::bigint as year_ago_received,
  coalesce(w.persons, 0) as persons,
  coalesce(s.answered, 0)::bigint as answered,
  coalesce(s.closed, 0)::bigint as closed,
  coalesce(s.due, 0)::bigint as due,
  coalesce(s.overdue, 0)::bigint as overdue,
  coalesce(stocks.open_now, 0)::bigint as open_at_end,
  coalesce(stocks.overdue_open_now, 0)::bigint as overdue_open_at_end,
  coalesce(s.rejected, 0)::bigint as rejected,
  coalesce(s.reopened, 0)::bigint as reopened,
  coalesce(s.satisfaction_count, 0)::bigint as satisfaction_count,
  coalesce(s.satisfaction_sum, 0)::bigint as satisfaction_sum,
  w.median_working_days
from grid as g
left join sums as s using (scope_code, period_code)
left join sums as previous on previous.scope_code = g.scope_code and previous.period_code = g.previous_code
left join sums as year_ago on year_ago.scope_code = g.scope_code and year_ago.period_code = g.year_ago_code
left join mart_waiting as w on w.scope_code = g.scope_code and w.period_code = g.period_code
asof left join stocks on stocks.scope_code = g.scope_code and g.end_on >= stocks.date_key
order by g.scope_code, g.start_on, g.period_code
