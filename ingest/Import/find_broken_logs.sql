-- An application whose steps cannot have followed each other is rejected whole: half a life would count as a failing one.
with steps as (
  select l.*, a.line as application_line, a.received_at,
    lag(l.event_code) over life as previous,
    count(*) filter (where l.event_code = 'routed') over (partition by l.external_id order by l.event_no) as routings
  from import_log l
  join import_applications a using (external_id)
  where l.event_code <> 'rated'
  window life as (partition by l.external_id order by l.event_no)
),
wrong as (
  select distinct on (external_id) file, line, application_line,
    case
      when previous is null and event_code <> 'received' then 'an event before the receipt'
      when previous is not null and event_code = 'received' then 'received twice'
      when previous is null then 'received at another time than received_at'
      when previous = 'referred' then 'an event after it was handed over to another province'
      when previous in ('rejected', 'closed') then 'only reopened can follow ' || previous
      when event_code = 'reopened' then 'reopened though it was neither answered, closed nor rejected'
      else 'rerouted though it was not routed'
    end as reason
  from steps
  where previous is null and event_code <> 'received'
    or previous is not null and event_code = 'received'
    or previous is null and date_trunc('day', at, 'Europe/Istanbul') <> date_trunc('day', received_at, 'Europe/Istanbul')
    or previous = 'referred'
    or previous in ('rejected', 'closed') and event_code <> 'reopened'
    or event_code = 'reopened' and previous not in ('answered', 'closed', 'rejected')
    or event_code = 'rerouted' and routings = 0
  order by external_id, event_no
),
noted as (
  insert into import_rejected
  select application_line from wrong
)
select file, line, 'event' as column_name, reason
from wrong
union all
select 'applications', application_line, '', 'its events do not fit together: ' || reason
from wrong
where file = 'events'
union all
select 'events', e.line, '', 'belongs to an application that was rejected'
from wrong w
join import_applications a on a.line = w.application_line
join import_events e using (external_id)
where w.file = 'events' and e.line <> w.line
order by 1, 2;
