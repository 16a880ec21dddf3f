-- Grain: a unit or bureau and one of the last 104 ended weeks since its first case
-- Key: level, province_code, code, week_start
-- case_days: over the days of the week what was open at the end of each, ∫L dt of Little's law.
with moves as (
  select 'unit' as level, province_code, unit_code::varchar as code, date_key, came, went
  from fct_backlog
  where unit_code <> '-'
  union all
  select 'bureau', province_code, bureau_code::varchar, started_on, count(*), 0
  from fct_clocks
  group by all
  union all
  select 'bureau', province_code, bureau_code::varchar, settled_on, 0, count(*)
  from fct_clocks
  where settled_on is not null
  group by all
),

weekly as (
  select
    level, province_code, code,
    date_trunc('week', date_key)::date as week_start,
    sum(came) as came,
    sum(went) as went,
    sum((came - went) * (date_trunc('week', date_key)::date + 7 - date_key)) as change_days
  from moves
  where code is not null
  group by all
),

stocks as (
  select *, sum(came - went) over (partition by level, province_code, code order by week_start) as open_at_end
  from weekly
),

weeks as (
  select distinct week_start from dim_date
  where week_start + 6 <= getvariable('as_of') and week_start > date_trunc('week', getvariable('as_of') + 1) - interval 735 day
),

grid as (
  select s.level, s.province_code, s.code, w.week_start
  from (select level, province_code, code, min(week_start) as first_week from weekly group by all) as s
  join weeks as w on w.week_start >= s.first_week
)

select
  g.level,
  g.province_code,
  g.code,
  g.week_start,
  if(s.week_start = g.week_start, s.came, 0)::integer as came,
  if(s.week_start = g.week_start, s.went, 0)::integer as went,
  if(s.week_start = g.week_start, s.open_at_end - s.came + s.went, s.open_at_end)::integer as open_at_start,
  s.open_at_end::integer as open_at_end,
  if(s.week_start = g.week_start, 7 * (s.open_at_end - s.came + s.went) + s.change_days, 7 * s.open_at_end)::integer as case_days
from grid as g
asof join stocks as s
  on s.level = g.level and s.province_code = g.province_code and s.code = g.code and g.week_start >= s.week_start
order by g.level, g.province_code, g.code, g.week_start
