-- Steps of the requests that the asking key may see (as in ListRequests.sql), oldest first; numbered by what is shown, so that a
-- gap tells nobody of a step that is not. Another's step is told by day, and filtered by it.
with filed as (
  select o.service_request_id, o.month, o.district_code, a.application_id, a.sealed,
    coalesce(o.key_id = @key::uuid, false) as is_own, t.heading_code,
    a.kind_code <> 'tip_off' and not a.sealed and cardinality(a.circumstances) = 0 and t.heading_code is not null as may_be_shown
  from intake.open311_requests o
  join intake.applications a using (province_code, application_id)
  left join reference.types t using (type_code)
  where o.province_code = @province
),
counted as (
  select *, count(*) filter (where may_be_shown) over (partition by district_code, heading_code, month) as alike
  from filed
),
steps as (
  select c.service_request_id, c.is_own, c.is_own and not c.sealed as shows_words, e.event_code, e.outcome_code, e.answer, e.unit_code,
    case when c.is_own then e.at else date_trunc('day', e.at, 'Europe/Istanbul') end as shown_at,
    row_number() over (partition by c.application_id order by e.event_no) as step_no
  from counted c
  join intake.application_events e on e.province_code = @province and e.application_id = c.application_id and e.event_code = any(@steps)
  where c.is_own or c.may_be_shown and c.alike >= @enough
)
select s.service_request_id || '.' || s.step_no as update_id, s.service_request_id, s.is_own, s.event_code, s.outcome_code, s.shown_at,
  case when s.shows_words then s.answer end as answer, case when s.shows_words then u.name end as unit_name
from steps s
left join intake.units u using (unit_code)
where s.shown_at between @start and @end
order by s.shown_at, s.service_request_id, s.step_no
limit @limit offset @offset;
