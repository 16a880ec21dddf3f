-- Grain: a week, month, quarter or year from the first application's to the as-of day's; weeks of the last three years only
-- Key: period_code
-- period_no is the same as a number, for what joins millions of cells.
with first_day as (
  select coalesce(min(received_on), getvariable('as_of')) as first_on from stg_applications
),

known as (
  select d.* from dim_date as d, first_day as f
  where d.date_key between date_trunc('year', f.first_on)::date and getvariable('as_of')
),

periods as (
  select distinct week_code as period_code, 'week' as period_kind, week_start as start_on,
    (week_start + interval 6 day)::date as end_on
  from known, first_day
  where week_start >= greatest(
    date_trunc('week', first_on), date_trunc('week', getvariable('as_of') + 1) - interval 1092 day)
  union all
  select distinct month_code, 'month', date_trunc('month', date_key)::date, last_day(date_key)
  from known
  union all
  select distinct quarter_code, 'quarter', date_trunc('quarter', date_key)::date,
    (date_trunc('quarter', date_key) + interval 3 month - interval 1 day)::date
  from known
  union all
  select distinct year_code, 'year', date_trunc('year', date_key)::date,
    (date_trunc('year', date_key) + interval 1 year - interval 1 day)::date
  from known
)

select
  p.period_code,
  (row_number() over (order by p.period_kind, p.start_on))::smallint as period_no,
  p.period_kind,
  p.start_on,
  p.end_on,
  p.end_on <= getvariable('as_of') as is_complete,
  previous.period_code as previous_code,
  year_ago.period_code as year_ago_code
from periods as p
left join periods as previous
  on previous.period_kind = p.period_kind and previous.end_on = p.start_on - 1
-- A week is set against the week 52 weeks before it, so that weekdays agree.
left join periods as year_ago
  on year_ago.period_kind = p.period_kind
  and year_ago.start_on = if(p.period_kind = 'week', p.start_on - 364, (p.start_on - interval 1 year)::date)
order by p.period_kind, p.start_on
