-- The periods that have begun, newest first; of weeks a year.
select period_code as Code, period_kind as Kind
from (
  select *, row_number() over (partition by period_kind order by start_on desc) as back from dim_period
)
where period_kind <> 'week' or back <= 53
order by period_kind, start_on desc
