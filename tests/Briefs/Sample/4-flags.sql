-- Four flags: two in Iğdır (one of its districts, one of fewer than 8 cases), a cluster, a good practice elsewhere.
create table pub_flags as
select * replace (unit_code::varchar as unit_code, group_code::varchar as group_code)
from (values
  ('f1', date '2026-11-22', 'sudden_rise', 'problem', 'district', '76', '1692', null, 'SOS-01', null, date '2026-09-28', date '2026-11-22',
    45.0, 18.0, 2.5, 10.0, 30.0, 0.0001, 0.0004, 'ilce:76-1692',
    'Nakdi yardım başvuruları 28 Eylül’den beri beklenenin 2,5 katı: beklenen 18, gelen 45.'),
  ('f2', date '2026-11-22', 'sudden_rise', 'problem', 'province', '76', null, null, 'EGT-01', null, date '2026-10-26', date '2026-11-22',
    null, null, null, null, null, 0.004, 0.041, 'il:76', 'Bu konudaki başvurular dört haftadır beklenenin üç katı; sayı 8’den az.'),
  ('f3', date '2026-11-22', 'cluster', 'problem', 'cluster', '4|36|76', null, null, 'SOS-01', null, date '2026-10-12', date '2026-11-22',
    210.0, 140.0, 1.5, 110.0, 170.0, 0.0002, 0.009, 'il:4', 'Üç komşu ilde başvurular altı haftadır beklenenin 1,5 katı.'),
  ('f4', date '2026-11-22', 'sudden_rise', 'good_practice', 'province', '10', null, null, null, null, date '2026-09-28', date '2026-11-22',
    60.0, 100.0, 0.6, 80.0, 120.0, 0.0004, 0.02, 'il:10', 'Süresi geçen başvurular beklenenden belirgin biçimde az.')
) as flags(flag_id, as_of, detector, direction, level, place_code, district_code, unit_code, type_code, group_code, window_start, window_end,
  observed, expected, ratio, low, high, p_value, q_value, scope_code, sentence);

create schema reference;
create table reference.flag_verdicts as from read_csv(getvariable('folder') || '/flag_verdicts.csv');
create table reference.flag_reasons as from read_csv(getvariable('folder') || '/flag_reasons.csv');
create table reference.flag_measures as from read_csv(getvariable('folder') || '/flag_measures.csv');

create table pub_flag_ledger as
from (values
  ('e1', 'il:76', 'Iğdır · Nakdi yardım', date '2026-05-04', 'confirmed', null, 'staff', date '2026-06-01', 'better', 0.6, 0.4, 0.9),
  ('e2', 'ilce:76-1692', 'Tuzluca (Iğdır)', date '2026-06-15', 'dismissed', 'season', null, null, 'too_few', null, null, null),
  ('e3', 'il:10', 'Balıkesir', date '2026-10-05', 'confirmed', null, 'service', date '2026-11-09', 'too_early', null, null, null),
  ('e4', 'il:10', 'Balıkesir · Ulaşım', date '2026-10-05', null, null, null, null, null, null, null, null)
) as e(flag_id, scope_code, subject, first_seen, verdict_code, reason_code, measure_code, measured_on, result, ratio, low, high);

create table pub_flag_record as
from (values ('TR', '-', 12, 8, 0.67, 0.39, 0.86), ('il:76', '-', 2, 1, 0.5, 0.09, 0.91)) as r(scope_code, detector, judged, confirmed, hit_rate, low, high);

drop table weekly;
drop table scoped;
drop table counts;
drop table figures;
drop table typed;

create table pub_emerging as
from (values ('kene, ısırık', 35, 14, 0.004), ('karekod', 10, 5, 0.06)) as e(words, persons, days, q_value);
create table pub_petitions as
from (values ('kantar, hafriyat, kamyon', 210, date '2026-11-02', date '2026-11-19')) as p(words, persons, first_on, last_on);
create table pub_drift as
from (values ('2026-11-01-a1b2', 0.083, 0.031, true, 4210, 51300, 640, 0.17))
  as d(model_version, psi, critical, has_drifted, recent, before, blind_texts, blind_error);
