-- A province's month: what came, was answered, closed, refused, reopened, the score; and what is open at its end.
select
  count(*) filter (where event_code = 'received' and at >= @month) as received,
  count(*) filter (where event_code = 'answered' and at >= @month) as answered,
  count(*) filter (where event_code = 'closed' and at >= @month) as closed,
  count(*) filter (where event_code = 'reopened' and at >= @month) as reopened,
  count(*) filter (where outcome_code = 'rejected' and at >= @month) as rejected,
  sum(score) filter (where at >= @month) as satisfaction_sum,
  count(score) filter (where at >= @month) as satisfaction_count,
  count(*) filter (where event_code in ('received', 'reopened')) - count(*) filter (where event_code = 'closed') as open_at_end
from intake.application_events
where province_code = @province and at < @month + interval '1 month'
