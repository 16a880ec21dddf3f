insert into import_hash (line, application_id, province_code, is_known, content_hash, hash_before)
select a.line, coalesce(known.application_id, nextval('intake.application_id')), a.province_code, known.application_id is not null,
  sha256(convert_to(concat_ws(E'\x1f',
    a.kind_code, a.channel_code, coalesce(a.type_code, ''), coalesce(a.district_code, 0), extract(epoch from a.received_at), coalesce(a.gender_code, ''), coalesce(a.age_band_code, ''),
    coalesce(a.education_code, ''), coalesce(a.employment_code, ''), a.circumstances, coalesce(a.body, ''), l.steps), 'UTF8')),
  r.content_hash
from import_applications a
join (
  select external_id, string_agg(concat_ws(' ', event_code, extract(epoch from at), coalesce(unit_code, '-'), coalesce(outcome_code, '-'), coalesce(score, 0)), '|' order by event_no) as steps
  from import_log
  group by external_id
) l using (external_id)
left join intake.applications known on known.province_code = a.province_code and known.external_id = a.external_id
left join intake.imported_rows r on r.province_code = known.province_code and r.application_id = known.application_id;
analyze import_hash;
