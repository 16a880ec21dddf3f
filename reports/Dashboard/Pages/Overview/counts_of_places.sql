-- Of the places right below a place: the counts that are looked at, in one period.
with counts as (
  select scope_code, received as n from pub_types where $focus = 'type' and period_code = $period and level::varchar = $level and type_code = $code
  union all
  select scope_code, received from pub_groups where $focus = 'group' and period_code = $period and dimension = $dimension and value_code = $code
)

select
  case when s.scope_level = 'district' then s.district_code else s.province_code end::integer as Code,
  s.name as Name,
  (case when c.scope_code is null then 0 else c.n end)::bigint as Received,
  s.population_2025::bigint as Population
from dim_scope as s
join pub_key_figures as k on k.scope_code = s.scope_code and k.period_code = $period
left join counts as c on c.scope_code = s.scope_code
where s.parent_code = $scope and $focus in ('type', 'group') and $periodKind = ''
order by s.scope_code
