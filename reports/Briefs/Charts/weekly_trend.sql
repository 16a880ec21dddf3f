-- Applications received a week, up to the last ended one.
select week_start as StartOn, received::bigint as Received
from pub_weeks
where scope_code = $scope
order by week_start
