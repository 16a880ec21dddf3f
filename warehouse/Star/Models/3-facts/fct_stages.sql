-- Grain: a stage in the life of an application, as the append-only log has it; a rating is kept, but is no stage
-- Key: province_code, application_id, event_no
-- The unit's clock (art. 5-o) runs from a routing to the next stage, whatever it is: after that the matter is no
-- longer the unit's. A deadline is the end of its day, so on the as-of day itself it has been reached.
with rows_in_order as (
  select
    *,
    lead(event_code) over life as next_code,
    lead(on_date) over life as next_on
  from stg_events
  where in_part(application_id)
  window life as (partition by province_code, application_id, event_code = 'rated'::event_code order by event_no)
),

-- Few are reopened: windows for them over all stages would cost more than all the rest.
reopened as (
  select
    province_code,
    application_id,
    list(event_no) filter (event_code = 'reopened'::event_code) as reopenings,
    list({'event_no': event_no, 'unit_code': unit_code} order by event_no) filter (event_code <> 'reopened'::event_code) as routings
  from stg_events
  semi join (from raw.raw_events where event_code = 'reopened' and in_part(application_id)) using (province_code, application_id)
  where in_part(application_id) and event_code in ('reopened'::event_code, 'routed'::event_code, 'rerouted'::event_code)
  group by all
)

select
  s.application_id,
  s.province_code,
  s.event_no,
  case when r.reopenings is null then 1 else 1 + len(list_filter(r.reopenings, lambda n: n <= s.event_no)) end::smallint as clock_no,
  s.event_code,
  s.on_date,
  -- Of a reopening: with whom it lay, whose answer did not hold.
  case
    when s.event_code = 'reopened'::event_code then coalesce(s.unit_code, list_filter(r.routings, lambda routing: routing.event_no < s.event_no)[-1].unit_code, '-')
    else coalesce(s.unit_code, '-')
  end::unit_code as unit_code,
  s.actor_role_code,
  s.officer_key,
  s.due_on,
  s.next_on,
  if(s.due_on is not null and s.next_code = 'answered'::event_code, s.next_on, null) as unit_answered_on,
  coalesce(if(s.next_on is null, s.due_on <= getvariable('as_of'), s.next_on > s.due_on), false) as is_unit_overdue,
  s.outcome_code,
  s.score
from rows_in_order as s
left join reopened as r using (province_code, application_id)
