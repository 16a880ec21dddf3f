-- Requests filed through Open311 that the asking key may see: its own; and of all others those with nothing to hide, where
-- district, heading and month have at least @enough of them. A row that is not the key's own is told apart by day only, and
-- filtered by nothing that it does not show.
with filed as (
  select o.service_request_id, o.latitude, o.longitude, o.street, o.media_url, o.month, o.district_code,
    a.application_id, a.tracking_number, coalesce(a.type_code, '') as type_code, coalesce(t.heading_code, '') as heading_code,
    a.status, a.sealed, a.body, a.received_at, a.due_on, a.unit_code, a.handed_over_to,
    coalesce(o.key_id = @key::uuid, false) as is_own,
    a.kind_code <> 'tip_off' and not a.sealed and cardinality(a.circumstances) = 0 and t.heading_code is not null as may_be_shown
  from intake.open311_requests o
  join intake.applications a using (province_code, application_id)
  left join reference.types t using (type_code)
  where o.province_code = @province
    and (@ids::text[] is null and o.month between @firstMonth and @lastMonth
         or o.month in (select month from intake.open311_requests where province_code = @province and service_request_id = any(@ids::text[])))
),
counted as (
  select *, count(*) filter (where may_be_shown) over (partition by district_code, heading_code, month) as alike
  from filed
),
seen as (
  select c.*,
    case when is_own then type_code else heading_code end as shown_code,
    case when is_own then received_at else date_trunc('day', received_at, 'Europe/Istanbul') end as shown_at,
    e.at as updated_at, w.outcome_code, w.answer
  from counted c
  cross join lateral (
    select max(at) as at
    from intake.application_events
    where province_code = @province and application_id = c.application_id and event_code = any(@steps::text[])
  ) e
  left join lateral (
    select outcome_code, answer
    from intake.application_events
    where province_code = @province and application_id = c.application_id and event_code = 'answered'
    order by event_no desc
    limit 1
  ) w on true
  where is_own or may_be_shown and alike >= @enough
)
select s.service_request_id, s.is_own, s.type_code, s.heading_code, s.district_code, s.tracking_number, s.status, s.outcome_code, s.sealed, s.shown_at, s.updated_at, s.due_on,
  s.body, s.answer, u.name as unit_name, s.handed_over_to, s.latitude, s.longitude, s.street, s.media_url
from seen s
left join intake.units u using (unit_code)
where (@ids::text[] is null or service_request_id = any(@ids::text[]))
  and (@ids::text[] is not null or shown_at between @start and @end)
  and (@services::text[] is null or shown_code = any(@services::text[]) or is_own and heading_code = any(@services::text[]))
  and (@ownStates::text[] is null or s.status || '|' || coalesce(outcome_code, '') = any(case when is_own then @ownStates::text[] else @publicStates::text[] end))
order by date_trunc('day', s.shown_at, 'Europe/Istanbul') desc, service_request_id
limit @limit offset @offset;
