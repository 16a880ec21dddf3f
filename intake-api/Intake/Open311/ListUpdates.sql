-- Steps of the requests that the asking key may see (as in ListRequests.sql), oldest first; numbered by what is shown, so that a
-- gap tells nobody of a step that is not. Another's step is told by day, and filtered by it.
with seen as (
  select o.service_request_id, o.application_id, is_own, is_own and not a.sealed as shows_words
  from intake.open311_requests o
  join intake.applications a using (province_code, application_id)
  cross join lateral (select coalesce(o.key_id = @key::uuid, false) as is_own) own
  where o.province_code = @province and o.month = any(@months)
    and (is_own or o.application_id in (select application_id from intake.open311_public where province_code = @province and month = any(@months)))
),
steps as (
  select s.service_request_id, s.is_own, s.shows_words, e.event_code, e.outcome_code, e.answer, e.unit_code,
    case when s.is_own then e.at else date_trunc('day', e.at, 'Europe/Istanbul') end as shown_at,
    row_number() over (partition by s.application_id order by e.event_no) as step_no
  from seen s
  join intake.application_events e on e.province_code = @province and e.application_id = s.application_id and e.event_code = any(@steps)
)
select s.service_request_id || '.' || s.step_no as update_id, s.service_request_id, s.is_own, s.event_code, s.outcome_code, s.shown_at,
  case when s.shows_words then s.answer end as answer, case when s.shows_words then u.name end as unit_name
from steps s
left join intake.units u using (unit_code)
where s.shown_at between @start and @end
order by s.shown_at, s.service_request_id, s.step_no
limit @limit offset @offset;
