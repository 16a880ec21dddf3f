select e.event_no, e.event_code, e.at, u.name as unit_name, e.actor_role_code, e.outcome_code, e.reason_code, e.due_on
from intake.application_events e
left join intake.units u on u.unit_code = e.unit_code
where e.province_code = @province and e.application_id = @application
order by e.event_no;
