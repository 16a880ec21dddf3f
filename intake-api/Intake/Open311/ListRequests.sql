-- Requests filed through Open311 that the asking key may see: its own, and of all others those that are public
-- (intake.open311_public). A row that is not the key's own is told apart by day only, and filtered by nothing that it does
-- not show; a sealed one of its own not by what it is about.
with filed as (
  select o.service_request_id, o.latitude, o.longitude, o.street, o.approximate, o.media_url, o.district_code,
    a.application_id, a.tracking_number, coalesce(a.type_code, '') as type_code, coalesce(t.heading_code, '') as heading_code,
    a.status, a.sealed, a.body, a.received_at, a.due_on, a.unit_code, a.handed_over_to, coalesce(o.key_id = @key::uuid, false) as is_own
  from intake.open311_requests o
  join intake.applications a using (province_code, application_id)
  left join reference.types t using (type_code)
  where o.province_code = @province and o.month = any(@months) and (@ids::text[] is null or o.service_request_id = any(@ids::text[]))
),
seen as (
  select f.*,
    case when not is_own then heading_code when not sealed then type_code end as shown_code,
    case when is_own then received_at else date_trunc('day', received_at, 'Europe/Istanbul') end as shown_at,
    e.at as updated_at, w.outcome_code, w.answer
  from filed f
  cross join lateral (
    select max(at) as at
    from intake.application_events
    where province_code = @province and application_id = f.application_id and event_code = any(@steps::text[])
  ) e
  left join lateral (
    select outcome_code, answer
    from intake.application_events
    where province_code = @province and application_id = f.application_id and event_code = 'answered'
    order by event_no desc
    limit 1
  ) w on true
  where is_own or application_id in (select application_id from intake.open311_public where province_code = @province and month = any(@months))
)
select s.service_request_id, s.is_own, s.type_code, s.heading_code, s.district_code, s.tracking_number, s.status, s.outcome_code, s.sealed, s.shown_at, s.updated_at, s.due_on,
  s.body, s.answer, u.name as unit_name, s.handed_over_to, s.latitude, s.longitude, s.street, s.approximate, s.media_url
from seen s
left join intake.units u using (unit_code)
where (@ids::text[] is not null or shown_at between @start and @end)
  and (@services::text[] is null or shown_code = any(@services::text[]) or is_own and not sealed and heading_code = any(@services::text[]))
  and (@ownStates::text[] is null or s.status || '|' || coalesce(outcome_code, '') = any(case when is_own then @ownStates::text[] else @publicStates::text[] end))
order by s.shown_at desc, service_request_id
limit @limit offset @offset;
