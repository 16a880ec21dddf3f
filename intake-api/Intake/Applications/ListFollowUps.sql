-- What waits for a decision first: nothing that does is cut off behind what does not.
with followed as (
  select a.tracking_number, a.kind_code, a.special, a.importance, a.sealed, coalesce(seal.event_code = 'confidential_confirmed', false) as decided,
    a.type_code, a.district_code, a.status, a.unit_code, a.due_on, clock.due_on as unit_due_on, last.event_code as last_step, last.at as last_at, answer.outcome_code
  from intake.applications a
  cross join lateral (
    select event_code, at
    from intake.application_events e
    where e.province_code = a.province_code and e.application_id = a.application_id
    order by event_no desc
    limit 1
  ) last
  left join lateral (
    select event_code
    from intake.application_events e
    where e.province_code = a.province_code and e.application_id = a.application_id and e.event_code in ('confidential_set', 'confidential_confirmed')
    order by event_no desc
    limit 1
  ) seal on true
  left join lateral (
    select due_on
    from intake.application_events e
    where e.province_code = a.province_code and e.application_id = a.application_id and e.due_on is not null
    order by event_no desc
    limit 1
  ) clock on true
  left join lateral (
    select outcome_code
    from intake.application_events e
    where e.province_code = a.province_code and e.application_id = a.application_id and e.event_code = 'answered'
    order by event_no desc
    limit 1
  ) answer on true
  where a.province_code = @province and (a.special or a.sealed) and a.status not in ('closed', 'referred', 'appeal_refused')
    and (@district is null or a.district_code = @district)
)
select *, sealed and not decided or status = 'with_executive' or special and status in ('received', 'reopened') as waits
from followed
order by waits desc, coalesce(importance, 0) desc, due_on, tracking_number
limit 500;
