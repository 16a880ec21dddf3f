-- pgbench's peer of a submission: one row as wide as an application into a table with its columns, checks and indexes.
insert into public.single_rows (province_code, application_id, tracking_number, origin, kind_code, channel_code, district_code, neighbourhood, bureau_code,
  gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym, hide_identity, confidential, state_of_emergency, sealed, notify,
  subject, body, scrubbed_text, received_at, due_on, status)
values (76, nextval('intake.application_id'), '76' || lpad(currval('intake.application_id')::text, 16, '0'), 'simulated', 'complaint', 'web', 1692, 'Topçular', '76',
  'female', '45-54', 'high_school', 'employed', '{veteran}', '\x0102030405060708090a0b0c0d0e0f1011', false, false, false, false, true,
  'Sokak lambaları yanmıyor', 'Işıklar üç haftadır yanmıyor, çocuklar korkuyor. Mahallemizde akşam yürümek mümkün değil.',
  'Sokak lambaları yanmıyor Işıklar üç haftadır yanmıyor, çocuklar korkuyor. Mahallemizde akşam yürümek mümkün değil.', now(), date '2026-12-03', 'received');
