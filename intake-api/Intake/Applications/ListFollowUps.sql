select a.tracking_number, a.kind_code, a.special, a.importance, a.sealed, coalesce(seal.event_code = 'confidential_confirmed', false) as decided,
  a.type_code, a.district_code, a.status, a.unit_code, a.due_on,
  (select e.due_on from intake.application_events e where e.province_code = a.province_code and e.application_id = a.application_id and e.due_on is not null order by e.event_no desc limit 1) as unit_due_on,
  last.event_code as last_step, last.at as last_at,
  (select e.outcome_code from intake.application_events e where e.province_code = a.province_code and e.application_id = a.application_id and e.event_code = 'answered' order by e.event_no desc limit 1) as outcome_code
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
where a.province_code = @province and (a.special or a.sealed) and a.status not in ('closed', 'referred', 'appeal_refused')
  and (@district is null or a.district_code = @district)
order by a.due_on, a.tracking_number
limit 500;
