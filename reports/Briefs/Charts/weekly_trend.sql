-- Applications received a week, up to the period's end: what came after it belongs to a later brief.
select week_start as StartOn, received::bigint as Received
from pub_weeks
where scope_code = $scope and week_start <= $end::date
order by week_start
