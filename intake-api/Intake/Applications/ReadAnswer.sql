select e.outcome_code, e.answer, u.name as unit_name
from intake.applications a
join intake.applicants p using (province_code, application_id)
join intake.application_events e using (province_code, application_id)
left join intake.units u on u.unit_code = e.unit_code
where a.province_code = @province and a.tracking_number = @number and p.phone = @phone and e.event_code = 'answered'
order by e.event_no desc
limit 1;
