-- Applications of a place whose counts are looked at ($focus: all, type, group, unit), over the ended periods of a kind. What has no row is 0.
with counts as (
  select period_code, received as n from pub_key_figures where $focus = 'all' and scope_code = $scope
  union all
  select period_code, received from pub_types where $focus = 'type' and scope_code = $scope and level::varchar = $level and type_code = $code
  union all
  select period_code, received from pub_groups where $focus = 'group' and scope_code = $scope and dimension = $dimension and value_code = $code
  union all
  select period_code, routed from pub_units where $focus = 'unit' and unit_code = $code
),

begun as (
  select min(p.start_on) as start_on
  from pub_key_figures as k
  join dim_period as p using (period_code)
  where k.scope_code = $scope and p.period_kind = $periodKind and coalesce(k.received, 1) > 0
)

select p.start_on as StartOn, (case when c.period_code is null then 0 else c.n end)::double as Value
from dim_period as p
cross join begun
left join counts as c using (period_code)
where p.period_kind = $periodKind and p.is_complete and p.start_on >= begun.start_on and $period = ''
order by p.start_on
