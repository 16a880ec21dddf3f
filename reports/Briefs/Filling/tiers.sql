-- The places right below a scope by their tier of socio-economic development; only of those whose count is told, with their own inhabitants.
select
  scope.sege_tier::integer as Tier,
  count(*) as Places,
  count(*) filter (figures.received is null) as Untold,
  sum(figures.received)::bigint as Received,
  (sum(scope.population_2025) filter (figures.received is not null))::bigint as Population,
  sum(figures.due) filter (figures.overdue is not null)::bigint as Due,
  sum(figures.overdue) filter (figures.due is not null)::bigint as Overdue
from dim_scope as scope
join pub_key_figures as figures on figures.scope_code = scope.scope_code and figures.period_code = $period
where scope.parent_code = $scope and scope.sege_tier is not null
group by scope.sege_tier
order by scope.sege_tier
