-- The points of a control chart of a place, with its limits.
select
  start_on as StartOn, value::double as Value, mean::double as Mean, lower_limit::double as Low, upper_limit::double as High,
  signal as Signal, direction::integer as Direction
from pub_xmr
where scope_code = $scope and measure = $measure and period_kind = $periodKind
order by start_on
