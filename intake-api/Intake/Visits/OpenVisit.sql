-- Whom the officer goes to and where. Nobody of a tip-off: its sender stands in a sealed box.
select v.application_id, p.first_name, p.last_name, p.phone, v.district_code, a.neighbourhood, o.street, o.latitude, o.longitude, v.note
from intake.visits v
join intake.applications a using (province_code, application_id)
join intake.applicants p using (province_code, application_id)
left join intake.open311_requests o using (province_code, application_id)
where v.province_code = @province and v.visit_id = @id and v.status = 'planned';
