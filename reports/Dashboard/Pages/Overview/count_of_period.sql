-- The count of one period, of the period before and of the same a year earlier; null where hidden, 0 where there is none.
with wanted as (
  select period_code, previous_code, year_ago_code from dim_period where period_code = $period
),

counts as (
  select period_code, received as n from pub_key_figures where $focus = 'all' and scope_code = $scope
  union all
  select period_code, received from pub_types where $focus = 'type' and scope_code = $scope and level::varchar = $level and type_code = $code
  union all
  select period_code, received from pub_groups where $focus = 'group' and scope_code = $scope and dimension = $dimension and value_code = $code
  union all
  select period_code, routed from pub_units where $focus = 'unit' and unit_code = $code
)

select
  (case when own.period_code is null then 0 else own.n end)::bigint as Received,
  (case when before.period_code is null then 0 else before.n end)::bigint as Previous,
  (case when ago.period_code is null then 0 else ago.n end)::bigint as YearAgo,
  (select received from pub_key_figures where scope_code = $scope and period_code = $period)::bigint as AllReceived
from wanted as w
left join counts as own on own.period_code = w.period_code
left join counts as before on before.period_code = w.previous_code
left join counts as ago on ago.period_code = w.year_ago_code
where $periodKind = ''
