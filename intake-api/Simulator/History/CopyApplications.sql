copy intake.applications (
  province_code, application_id, tracking_number, origin, kind_code, channel_code, type_code, district_code, neighbourhood, bureau_code,
  gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym, hide_identity, confidential, special,
  state_of_emergency, sealed, notify, subject, body, scrubbed_text, received_at, due_on, status, unit_code
) from stdin (format binary)
