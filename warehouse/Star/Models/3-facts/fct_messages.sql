-- Grain: an SMS to an applicant, written by the end of the as-of day
-- Key: province_code, message_id
-- What became of it after the as-of day did not happen: it was still waiting.
select
  m.message_id,
  m.province_code,
  m.application_id,
  m.event_no,
  m.template_code,
  if(local_day(m.state_at) <= getvariable('as_of'), m.state, 'created') as state,
  if(local_day(m.state_at) <= getvariable('as_of'), m.tries, 0)::smallint as tries,
  local_day(m.created_at) as written_on,
  if(m.state = 'delivered' and local_day(m.state_at) <= getvariable('as_of'), local_day(m.state_at), null) as delivered_on
from raw.raw_messages as m
semi join stg_applications as a using (province_code, application_id)
where local_day(m.created_at) <= getvariable('as_of')
