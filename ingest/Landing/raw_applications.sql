select
  province_code, application_id, origin, kind_code, channel_code, type_code, district_code, bureau_code,
  gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym,
  received_at, due_on, scrubbed_text
from intake.applications
where changed_xid >= current_setting('ingest.since')::xid8 and not sealed
