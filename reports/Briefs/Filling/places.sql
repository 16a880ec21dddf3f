-- The places right below a scope: a province's districts, the country's provinces.
with flagged as (
  select scope_code, count(*) as flags
  from pub_flags
  where direction = 'problem' and window_end >= $start::date
  group by scope_code
)
select
  case when scope.scope_level = 'district' then scope.district_code else scope.province_code end::integer as Code,
  scope.name as Name,
  figures.received::bigint as Received,
  figures.year_ago_received::bigint as YearAgoReceived,
  figures.due::bigint as Due,
  figures.overdue::bigint as Overdue,
  figures.open_at_end::bigint as OpenAtEnd,
  scope.population_2025::bigint as Population,
  coalesce(flagged.flags, 0) as Flags
from dim_scope as scope
join pub_key_figures as figures on figures.scope_code = scope.scope_code and figures.period_code = $period
left join flagged on flagged.scope_code = scope.scope_code
where scope.parent_code = $scope
order by scope.scope_code
