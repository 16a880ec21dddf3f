select a.kind_code, a.status, a.received_at, a.due_on, e.event_code, e.at, u.name as unit_name, e.reason_code, a.handed_over_to
from intake.applications a
join intake.application_events e using (province_code, application_id)
left join intake.units u on u.unit_code = e.unit_code
where a.province_code = @province and a.tracking_number = @number
order by e.event_no;
