-- The count of one period, of the period before and of the same a year earlier: null where hidden or not told, 0 where others of the period are.
with counts as (
  select period_code, received as n, true as is_asked from pub_key_figures where $focus = 'all' and scope_code = $scope
  union all
  select period_code, received, level::varchar = $level and type_code = $code from pub_types where $focus = 'type' and scope_code = $scope
  union all
  select period_code, received, dimension = $dimension and value_code = $code from pub_groups where $focus = 'group' and scope_code = $scope
  union all
  select u.period_code, u.routed, u.unit_code = $code
  from pub_units as u
  where $focus = 'unit' and u.province_code = (select province_code from dim_unit where unit_code = $code)
),

told as (
  select period_code, case when bool_or(is_asked) then any_value(n) filter (is_asked) else 0 end as n from counts group by period_code
)

select
  own.n::bigint as Received,
  before.n::bigint as Previous,
  ago.n::bigint as YearAgo,
  (select received from pub_key_figures where scope_code = $scope and period_code = $period)::bigint as AllReceived
from dim_period as w
left join told as own on own.period_code = w.period_code
left join told as before on before.period_code = w.previous_code
left join told as ago on ago.period_code = w.year_ago_code
where w.period_code = $period and $periodKind = ''
