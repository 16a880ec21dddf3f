with last_steps as (
  select l.external_id,
    (array_agg(l.event_code order by l.event_no desc) filter (where l.event_code <> 'rated'))[1] as status,
    (array_agg(l.unit_code order by l.event_no desc) filter (where l.unit_code is not null))[1] as unit_code,
    max(l.at) filter (where l.event_code in ('received', 'reopened')) as clock_from
  from import_log l
  group by l.external_id
)
-- Received by the district's bureau if it was open that day, else by the governorship's.
insert into intake.applications (
  province_code, application_id, tracking_number, external_id, origin, kind_code, channel_code, type_code, district_code, bureau_code,
  gender_code, age_band_code, education_code, employment_code, circumstances, hide_identity, confidential, state_of_emergency, sealed, notify,
  body, scrubbed_text, received_at, due_on, status, unit_code)
select h.province_code, h.application_id, a.tracking_number, a.external_id, 'imported', a.kind_code, a.channel_code, a.type_code, a.district_code,
  coalesce(
    (select b.bureau_code from intake.bureaus b where b.province_code = a.province_code and b.district_code = a.district_code
       and b.opened_on <= (a.received_at at time zone 'Europe/Istanbul')::date and (b.closed_on is null or b.closed_on > (a.received_at at time zone 'Europe/Istanbul')::date) limit 1),
    (select b.bureau_code from intake.bureaus b where b.province_code = a.province_code and b.district_code is null limit 1)),
  a.gender_code, a.age_band_code, a.education_code, a.employment_code, a.circumstances, false, false, false, false, false,
  a.body, a.scrubbed_text, a.received_at, d.due_on, s.status, s.unit_code
from import_hash h
join import_applications a using (line)
join last_steps s using (external_id)
join import_deadlines d on d.day = (s.clock_from at time zone 'Europe/Istanbul')::date
  and d.province_code = a.province_code
where not h.is_known;
