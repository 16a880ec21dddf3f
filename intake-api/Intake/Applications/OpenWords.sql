select a.subject, a.body, a.neighbourhood, a.hide_identity, a.sealed_words, p.national_id, p.first_name, p.last_name, p.phone, p.birth_year
from intake.applications a
left join intake.applicants p using (province_code, application_id)
where a.province_code = @province and a.application_id = @application;
