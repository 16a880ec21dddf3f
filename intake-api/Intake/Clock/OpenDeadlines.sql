-- Both clocks of what is open. A day moves a deadline only if it lies before it, added or taken back.
with open as (
  select province_code, application_id, received_at, due_on, status
  from intake.applications
  where province_code = @province and status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
)
select o.application_id, null::smallint as event_no,
  (coalesce(max(e.at), o.received_at) at time zone 'Europe/Istanbul')::date as start_on, o.due_on
from open o
left join intake.application_events e on (e.province_code, e.application_id, e.event_code) = (o.province_code, o.application_id, 'reopened')
where o.due_on >= @leaveOn
group by o.application_id, o.received_at, o.due_on
union all
select o.application_id, e.event_no, (e.at at time zone 'Europe/Istanbul')::date, e.due_on
from open o
join lateral (
  select event_no, at, due_on
  from intake.application_events
  where province_code = o.province_code and application_id = o.application_id and event_code in ('routed', 'rerouted')
  order by event_no desc
  limit 1
) e on e.due_on >= @leaveOn
where o.status in ('routed', 'rerouted');
