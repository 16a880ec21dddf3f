-- The applicant's clock starts at receipt, and anew at each reopening; the unit's at the last routing, while it lies there.
select a.application_id, a.received_at, a.due_on, a.status, max(e.at) filter (where e.event_code = 'reopened') as reopened_at, max(e.at) as last_at,
  max(e.at) filter (where e.event_code in ('routed', 'rerouted') and a.status in ('routed', 'rerouted')) as routed_at
from intake.applications a
join intake.application_events e using (province_code, application_id)
where a.province_code = @province and a.tracking_number = @number
group by a.province_code, a.application_id;
