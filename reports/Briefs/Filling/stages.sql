-- Where applications get stuck: of a place (Scope) and of the country, of the same period.
select
  figures.scope_code = $scope as IsOwn,
  figures.received::bigint as Received,
  figures.rejected::bigint as Rejected,
  figures.due::bigint as Due,
  figures.overdue::bigint as Overdue,
  figures.answered::bigint as Answered,
  figures.reopened::bigint as Reopened,
  figures.open_at_end::bigint as OpenAtEnd,
  figures.overdue_open_at_end::bigint as OverdueOpenAtEnd
from pub_key_figures as figures
where figures.scope_code in ($scope, 'TR') and figures.period_code = $period
order by IsOwn desc
