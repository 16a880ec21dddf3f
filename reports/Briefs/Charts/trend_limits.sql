-- The process limits of a place's applications received, as of its last point up to the period's end.
select
  first_on as FromOn, mean::double as Mean, lower_limit::double as Low, upper_limit::double as High,
  start_on = last_on as IsLast, signal as Signal, direction::integer as Direction
from (
  select *, min(start_on) over () as first_on, max(start_on) over () as last_on
  from pub_xmr
  where scope_code = $scope and measure = 'received' and period_kind = $kind
)
where start_on <= $end::date and mean is not null
order by start_on desc
limit 1
