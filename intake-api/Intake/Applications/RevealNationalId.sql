select p.national_id, a.sealed_words
from intake.applications a
left join intake.applicants p using (province_code, application_id)
where a.province_code = @province and a.application_id = @application;
