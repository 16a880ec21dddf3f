-- Of the own place, what nobody has decided on first, the last found first.
select f.flag_id, f.scope_code, f.direction, f.detector, f.sentence, f.first_seen, f.last_seen,
  v.verdict_code, v.reason_code, v.measure_code, v.measured_on, v.note_tr, v.role_code, v.given_at
from intake.found_flags f
left join lateral (select * from intake.verdicts w where w.flag_id = f.flag_id order by w.verdict_no desc limit 1) v on true
where f.province_code = @province and (@ownDistrict is null or f.scope_code = 'ilce:' || @province || '-' || @ownDistrict)
order by v.flag_id is not null, f.last_seen desc, f.flag_id
limit 200;
