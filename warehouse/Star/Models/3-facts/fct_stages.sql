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
  window life as (partition by province_code, application_id, event_code = 'rated' order by event_no)
),

-- With whom it lay when it was reopened. Few are: a window over all stages would cost more than all the rest.
holders as (
  select r.province_code, r.application_id, r.event_no, routing.unit_code
  from stg_events as r
  asof join (from stg_events where event_code in ('routed', 'rerouted')) as routing
    on routing.province_code = r.province_code and routing.application_id = r.application_id
    and r.event_no > routing.event_no
  where r.event_code = 'reopened'
)

select
  s.application_id,
  s.province_code,
  s.event_no,
  s.event_code,
  s.on_date,
  coalesce(s.unit_code, h.unit_code, '-')::unit_code as unit_code,  -- of a reopening, whose answer did not hold
  s.actor_role_code,
  s.officer_key,
  s.due_on,
  s.next_on,
  if(s.due_on is not null and s.next_code = 'answered', s.next_on, null) as unit_answered_on,
  coalesce(if(s.next_on is null, s.due_on <= getvariable('as_of'), s.next_on > s.due_on), false) as is_unit_overdue,
  s.outcome_code,
  s.score
from rows_in_order as s
left join holders as h using (province_code, application_id, event_no)
