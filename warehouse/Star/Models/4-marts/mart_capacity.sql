-- Grain: a unit or bureau
-- Key: level, province_code, code
-- Capacity: what it closes in a good week, the 90th percentile of weekly closures of the last 52 weeks that began with a backlog;
-- of fewer than 12 such weeks nothing is said. Utilisation above 0.9 will not recover by itself. days_per_case is Little's
-- law, ∫L dt over arrivals: what a case takes while the queue neither grows nor shrinks.
with year as (
  select * from mart_flow where week_start > (select max(week_start) from mart_flow) - 364
),

measured as (
  select
    level,
    province_code,
    code,
    count(*) filter (open_at_start > 0) as backlog_weeks,
    quantile_cont(went, 0.9) filter (open_at_start > 0) as capacity,
    avg(came) filter (week_start > (select max(week_start) from year) - 91) as arrivals,
    avg(went) filter (week_start > (select max(week_start) from year) - 91) as closures,
    sum(case_days) as case_days,
    sum(came) as cases,
    arg_max(open_at_end, week_start) as open_now
  from year
  group by all
)

select
  level,
  province_code,
  code,
  backlog_weeks::integer as backlog_weeks,
  if(backlog_weeks >= 12, capacity, null) as capacity,
  cases::integer as cases,
  arrivals,
  closures,
  open_now,
  if(backlog_weeks >= 12 and capacity > 0, arrivals / capacity, null) as utilisation,
  if(backlog_weeks >= 12 and capacity > 0, open_now / capacity, null) as weeks_of_work,
  if(cases > 0, case_days / cases, null)::double as days_per_case,
  case
    when backlog_weeks < 12 then 'too_short'
    when cases = 0 then 'nothing_came'
    when capacity = 0 or arrivals / capacity > 0.9 then 'will_not_recover'
    else 'keeps_up'
  end as state
from measured
order by level, province_code, code
