select a.origin, a.kind_code, a.channel_code, a.type_code, a.gender_code, a.age_band_code, a.education_code, a.employment_code,
  a.circumstances, a.person_pseudonym, a.hide_identity, a.confidential, a.special, a.importance, a.state_of_emergency, a.sealed, a.notify,
  a.subject, a.body, a.scrubbed_text, a.sealed_words, a.sealed_phone, a.box_key_hash, a.received_at, p.national_id, p.first_name, p.last_name, p.phone, p.birth_year
from intake.applications a
left join intake.applicants p using (province_code, application_id)
where a.province_code = @province and a.application_id = @application;
