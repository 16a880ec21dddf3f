-- Applications by each value of each dimension, beside the population where it is known.
select
  dimension as Dimension,
  coalesce(value_code, '') as Code,
  received::bigint as Received,
  population::bigint as Population
from pub_groups
where scope_code = $scope and period_code = $period
order by dimension, value_code
