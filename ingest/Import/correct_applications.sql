with changed as (
  select h.*, a.external_id, a.kind_code, a.channel_code, a.type_code, a.district_code, a.gender_code, a.age_band_code, a.education_code, a.employment_code, a.circumstances,
    a.body, a.scrubbed_text, a.received_at
  from import_hash h
  join import_applications a using (line)
  where h.is_known and h.content_hash is distinct from h.hash_before
),
last_steps as (
  select l.external_id,
    (array_agg(l.event_code order by l.event_no desc) filter (where l.event_code <> 'rated'))[1] as status,
    (array_agg(l.unit_code order by l.event_no desc) filter (where l.unit_code is not null))[1] as unit_code,
    max(l.at) filter (where l.event_code in ('received', 'reopened')) as clock_from
  from import_log l
  group by l.external_id
),
forgotten as (
  delete from intake.application_events e
  using changed c
  where e.province_code = c.province_code and e.application_id = c.application_id
)
update intake.applications known
set (kind_code, channel_code, type_code, district_code, gender_code, age_band_code, education_code, employment_code, circumstances, body, scrubbed_text, received_at, due_on, status, unit_code)
  = (c.kind_code, c.channel_code, c.type_code, c.district_code, c.gender_code, c.age_band_code, c.education_code, c.employment_code, c.circumstances, c.body, case when not known.sealed then c.scrubbed_text end, c.received_at,
     d.due_on, s.status, s.unit_code)
from changed c
join last_steps s using (external_id)
join import_deadlines d on d.day = (s.clock_from at time zone 'Europe/Istanbul')::date
  and d.province_code = c.province_code
where known.province_code = c.province_code and known.application_id = c.application_id;
