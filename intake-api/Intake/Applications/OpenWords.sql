select a.subject, a.body, a.neighbourhood, a.sealed_words, p.national_id, p.first_name, p.last_name, p.phone, p.birth_year,
  o.latitude, o.longitude, o.street, o.approximate, o.media_url,
  (select array_agg(c.body order by c.comment_no) from intake.open311_comments c where c.province_code = a.province_code and c.application_id = a.application_id) as additions
from intake.applications a
left join intake.applicants p using (province_code, application_id)
left join intake.open311_requests o using (province_code, application_id)
where a.province_code = @province and a.application_id = @application;
