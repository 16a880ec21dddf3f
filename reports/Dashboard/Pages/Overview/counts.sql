-- Applications of a place whose counts are looked at ($focus: all, type, group, unit), over the ended periods of a kind. What has no row is 0, but only
-- from the first period on that such counts are told of: weeks of types and groups go back a year.
with counts as (
  select period_code, received as n, true as is_asked from pub_key_figures where $focus = 'all' and scope_code = $scope
  union all
  select period_code, received, level::varchar = $level and type_code = $code from pub_types where $focus = 'type' and scope_code = $scope
  union all
  select period_code, received, dimension = $dimension and value_code = $code from pub_groups where $focus = 'group' and scope_code = $scope
  union all
  select period_code, routed, true from pub_units where $focus = 'unit' and unit_code = $code
),

begun as (
  select min(p.start_on) as start_on
  from counts as c
  join dim_period as p using (period_code)
  where p.period_kind = $periodKind and coalesce(c.n, 1) > 0
)

select p.start_on as StartOn, (case when c.period_code is null then 0 else c.n end)::double as Value
from dim_period as p
cross join begun
left join (from counts where is_asked) as c using (period_code)
where p.period_kind = $periodKind and p.is_complete and p.start_on >= begun.start_on and $period = ''
order by p.start_on
