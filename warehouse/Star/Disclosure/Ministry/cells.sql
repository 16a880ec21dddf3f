-- Grain: a count of the country or a province, in one measure, period, dimension and value
-- n_small: to be hidden for itself. Tip-offs, and people disabled, ill or escorted, from 10 on and no finer than a quarter.
with scopes as (
  select scope_code, province_code from warehouse.dim_scope where scope_level <> 'district'
),

figures as (
  unpivot (
    select
      scope_code, period_code, received, persons, answered, closed, due, overdue, due - overdue as on_time, open_at_end,
      overdue_open_at_end, rejected, reopened, satisfaction_count
    from warehouse.mart_key_figures
    semi join scopes using (scope_code)
  )
  on columns(* exclude (scope_code, period_code)) into name measure value n
),

units as (
  unpivot (
    select 'il:' || province_code as scope_code, period_code, unit_code, routed, due, overdue, due - overdue as on_time, answered, reopened
    from warehouse.mart_units
  )
  on columns(* exclude (scope_code, period_code, unit_code)) into name measure value n
),

visits as (
  unpivot (
    select scope_code, period_code, kind_code, asked, done from warehouse.mart_visits semi join scopes using (scope_code)
  )
  on columns(* exclude (scope_code, period_code, kind_code)) into name measure value n
),

all_cells as (
  select measure, scope_code, period_code, 'total' as dimension, '' as value_code, '' as heading_code, n from figures
  union all
  select 'received', scope_code, period_code, level, type_code, heading_code, received
  from warehouse.mart_types
  semi join scopes using (scope_code)
  union all
  select 'received', scope_code, period_code, dimension, value_code, '', received
  from warehouse.mart_groups
  semi join scopes using (scope_code)
  union all
  select measure, scope_code, period_code, 'unit', unit_code, '', n from units
  union all
  select measure, scope_code, period_code, 'visit', kind_code, '', n from visits
)

select
  c.*,
  case
    when dimension = 'kind' and value_code = 'tip_off' or dimension = 'circumstance' and value_code in ('disabled', 'ill')
      or dimension = 'visit' and value_code = 'escort'
      then p.period_kind in ('week', 'month') or n between 1 and 9
    else n between 1 and 4
  end as is_small
from all_cells as c
join warehouse.dim_period as p using (period_code)
