-- How long each stage of an application lasts, of a place and the country: what came in half a year, in working days.
select
  code as Scope, stage::varchar as Stage, cases::bigint as Cases, median_days::bigint as MedianDays, p90_days::bigint as P90Days, share_within_7::double as Within7
from pub_stage_times
where level <> 'unit' and code in ($scope, 'TR')
