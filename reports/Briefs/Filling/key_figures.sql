-- One row: the key figures of a scope and period, and the clock of the period before.
with earliest as (
  select min(period.start_on) as start_on
  from pub_key_figures as figures
  join dim_period as period using (period_code)
  where figures.scope_code = $scope and coalesce(figures.received, 1) > 0
)
select
  figures.received::bigint as Received,
  figures.previous_received::bigint as PreviousReceived,
  figures.year_ago_received::bigint as YearAgoReceived,
  figures.answered::bigint as Answered,
  figures.closed::bigint as Closed,
  figures.due::bigint as Due,
  figures.overdue::bigint as Overdue,
  previous.due::bigint as PreviousDue,
  previous.overdue::bigint as PreviousOverdue,
  figures.open_at_end::bigint as OpenAtEnd,
  figures.overdue_open_at_end::bigint as OverdueOpenAtEnd,
  figures.rejected::bigint as Rejected,
  figures.reopened::bigint as Reopened,
  figures.satisfaction_count::bigint as SatisfactionCount,
  figures.satisfaction_sum::double as SatisfactionSum,
  figures.median_working_days::double as MedianWorkingDays,
  period.is_complete and coalesce(before.start_on >= earliest.start_on, false) as HasPrevious,
  period.is_complete and coalesce(year_ago.start_on >= earliest.start_on, false) as HasYearAgo,
  period.is_complete as IsComplete
from pub_key_figures as figures
join dim_period as period using (period_code)
cross join earliest
left join dim_period as before on before.period_code = period.previous_code
left join dim_period as year_ago on year_ago.period_code = period.year_ago_code
left join pub_key_figures as previous
  on previous.scope_code = figures.scope_code and previous.period_code = period.previous_code
where figures.scope_code = $scope and figures.period_code = $period
