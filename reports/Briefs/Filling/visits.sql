-- Escorts and field visits of a place.
select
  case visits.kind_code when 'escort' then 'Refakat' else 'Saha ziyareti' end as Name,
  visits.asked::bigint as Asked,
  visits.done::bigint as Done,
  visits.mean_minutes::bigint as MeanMinutes
from pub_visits as visits
where visits.scope_code = $scope and visits.period_code = $period
order by visits.kind_code
