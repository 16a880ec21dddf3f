-- Of the places right below a place: the counts that are looked at, in one period; null where hidden or not told of such places at all.
with counts as (
  select scope_code, received as n, level::varchar = $level and type_code = $code as is_asked from pub_types where $focus = 'type' and period_code = $period
  union all
  select scope_code, received, dimension = $dimension and value_code = $code from pub_groups where $focus = 'group' and period_code = $period
),

told as (
  select scope_code, case when bool_or(is_asked) then any_value(n) filter (is_asked) else 0 end as n from counts group by scope_code
)

select
  case when s.scope_level = 'district' then s.district_code else s.province_code end::integer as Code,
  s.name as Name,
  (case when t.scope_code is null and k.received = 0 then 0 else t.n end)::bigint as Received,
  s.population_2025::bigint as Population
from dim_scope as s
join pub_key_figures as k on k.scope_code = s.scope_code and k.period_code = $period
left join told as t on t.scope_code = s.scope_code
where s.parent_code = $scope and $focus in ('type', 'group') and $periodKind = ''
order by s.scope_code
