-- Grain: a count that a reader may set against others: told, hidden, or never told but part of a sum (slack)
-- Key: measure, scope_code, period_code, dimension, value_code
-- Out of the tables told (tonight's) and changes (what earlier nights told differently). What has no row is told as 0, unless tonight tells
-- nothing of its period any more: of weeks a release has the last ones only, and their place is not 0 because they are gone.
with counts as (
  select *, false as is_slack from told
  union all
  select distinct measure, scope_code, period_code, dimension, value_code, 0, false
  from changes
  anti join told using (measure, scope_code, period_code, dimension, value_code)
  semi join told using (measure, period_code, dimension)
),

-- In time is due less overdue.
timed as (
  from counts
  union all
  select 'on_time', scope_code, period_code, dimension, value_code, null, true from counts where measure = 'due'
),

cells as (
  from timed
  union all
  -- The rest of a province is what no district got.
  select measure, replace(scope_code, 'il:', 'ilce:') || '-0', period_code, dimension, value_code, null, true
  from timed
  where starts_with(scope_code, 'il:') and dimension <> 'unit' and getvariable('with_districts')
)

select
  measure, scope_code, period_code, dimension, value_code, c.told, c.is_slack,
  case c.dimension when 'topic' then t.heading_code when 'heading' then c.value_code else '' end as heading_code,
  p.end_on,
  c.dimension = 'kind' and c.value_code = 'tip_off' or c.dimension = 'circumstance' and c.value_code in ('disabled', 'ill')
    or c.dimension = 'visit' and c.value_code = 'escort' as is_sensitive,
  -- A visit's row may stand for another measure's sake, and in weeks and months it is hidden whatever it is.
  c.dimension = 'visit' and c.value_code = 'escort' and p.period_kind in ('week', 'month') as may_be_zero,
  c.scope_code = 'TR' and c.dimension in ('total', 'visit') as is_national,
  coalesce(try_cast(split_part(split_part(c.scope_code, ':', 2), '-', 1) as integer), 0) as province_code
from cells as c
join dim_period as p using (period_code)
left join dim_type as t on t.type_code = c.value_code
