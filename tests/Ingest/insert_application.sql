insert into intake.applications (
  province_code, application_id, tracking_number, origin, kind_code, channel_code, type_code, district_code, bureau_code,
  gender_code, age_band_code, circumstances, person_pseudonym, hide_identity, confidential, state_of_emergency, sealed, notify,
  subject, body, scrubbed_text, received_at, due_on, status
)
values (
  76, @id, lpad(@id::text, 18, '0'), 'posted', 'complaint', 'web', 'SOS-02', 1692, '76',
  'female', '25-34', '{veteran,disabled}', '\x01ab', false, @isSealed, false, @isSealed, false,
  'Konu', 'Gizli söz', case when not @isSealed then 'Örnek metin: ığüşöç' end, '2026-09-01 21:30:00+00', '2026-09-11', 'with_executive'
);

insert into intake.application_events (province_code, application_id, event_no, event_code, at, actor_role_code, actor_pseudonym)
values
  (76, @id, 1, 'received', '2026-09-01 21:30:00+00', 'desk', '\x02cd'),
  (76, @id, 2, 'with_executive', '2026-09-02 08:00:00.123456+00', 'desk', null);
