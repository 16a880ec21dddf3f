-- One log an application: its events where the events file has any, else what the stage columns tell. A score comes last.
insert into import_log (external_id, line, file, event_no, event_code, at, unit_code, outcome_code, score)
with stages as (
  select a.external_id, a.line, 'applications' as file, s.place, s.event_code, s.at, s.unit_code, s.outcome_code, null::smallint as score
  from import_applications a
  cross join lateral (values
    (1, 'received', a.received_at, null, null),
    (2, 'routed', a.routed_at, a.unit_code, null),
    (3, case when a.outcome_code in ('rejected', 'referred') then a.outcome_code else 'answered' end, coalesce(a.answered_at, case when a.outcome_code in ('rejected', 'referred') then a.closed_at end), null, a.outcome_code),
    (4, 'closed', case when coalesce(a.outcome_code, '') not in ('rejected', 'referred') then a.closed_at end, null, case when a.answered_at is null then a.outcome_code end)
  ) s (place, event_code, at, unit_code, outcome_code)
  where s.at is not null and not exists (select from import_events e where e.external_id = a.external_id)
),
events as (
  select e.external_id, e.line, 'events' as file, e.line as place, e.event_code,
    case when a.kind_code = 'tip_off' then date_trunc('day', e.at, 'Europe/Istanbul') else e.at end as at,
    case when e.event_code in ('routed', 'rerouted') then e.unit_code end as unit_code,
    case when e.event_code = 'answered' and row_number() over (partition by e.external_id, e.event_code order by e.at desc, e.line desc) = 1 then a.outcome_code end as outcome_code,
    null::smallint as score
  from import_events e
  join import_applications a using (external_id)
),
receipts as ( -- an events file need not repeat the receipt
  select a.external_id, a.line, 'applications' as file, 0 as place, 'received' as event_code, a.received_at as at, null::text as unit_code, null::text as outcome_code, null::smallint as score
  from import_applications a
  where exists (select from import_events e where e.external_id = a.external_id)
    and not exists (select from import_events e where e.external_id = a.external_id and e.event_code = 'received')
),
stages_and_events as (
  select * from stages union all select * from events union all select * from receipts
),
ratings as (
  select a.external_id, a.line, 'applications' as file, 2147483647 as place, 'rated' as event_code, max(l.at) as at, null::text as unit_code, null::text as outcome_code, a.satisfaction as score
  from import_applications a
  join stages_and_events l using (external_id)
  where a.satisfaction is not null
  group by a.external_id, a.line, a.satisfaction
),
lines as (
  select * from stages_and_events union all select * from ratings
)
select external_id, line, file, row_number() over (partition by external_id order by event_code = 'rated', at, place), event_code, at, unit_code, outcome_code, score
from lines;

update import_log l
set due_on = d.due_on
from import_applications a, import_deadlines d
where a.external_id = l.external_id and l.event_code in ('routed', 'rerouted')
  and d.day = (l.at at time zone 'Europe/Istanbul')::date
  and d.province_code = a.province_code;
create index on import_log (external_id);
analyze import_log;
