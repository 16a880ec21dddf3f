-- Where applications went from each stage they reached in half a year; '-' is who is there still.
select from_code as FromCode, to_code as ToCode, share::double as Share, median_days::bigint as MedianDays
from pub_steps
where code = $scope
order by from_code, share desc, to_code
