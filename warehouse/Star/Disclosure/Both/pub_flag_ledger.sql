-- What was flagged on any night up to this one, and how long, and what became of it: no count of it, and none of tip-offs, or people disabled or ill,
-- that stood for fewer than 10.
select
  l.flag_id, l.episode_no, l.state, l.first_seen, l.last_seen, l.ended_on, l.nights, l.since,
  l.detector, l.direction, l.level, l.scope_code, l.place_code, l.district_code, l.unit_code, l.type_code, l.group_code,
  concat(
    coalesce(d.name || ' (' || p.name || ')', p.name, if(l.level = 'cluster', 'Komşu iller', 'Türkiye')),
    coalesce(' – ' || u.name, ''), coalesce(' · ' || t.name_tr, '')
  ) as subject,
  o.verdict_code, o.reason_code, o.measure_code, o.measured_on, o.weeks_after, o.result,
  round(o.ratio, 1) as ratio, round(o.low, 1) as low, round(o.high, 1) as high -- from 20 cases on
from warehouse.flag_ledger as l
left join warehouse.flag_outcomes as o using (flag_id)
left join warehouse.dim_district as d on d.district_code = try_cast(l.district_code as integer) and d.district_code <> 0
left join warehouse.dim_scope as p on p.scope_level = 'province' and p.province_code = try_cast(l.place_code as integer)
left join warehouse.dim_unit as u on u.unit_code = l.unit_code and u.unit_code <> '-'
left join warehouse.dim_type as t on t.type_code = l.type_code and t.type_code <> '-'
where (getvariable('of_districts') or l.level in ('country', 'province'))
  and not (regexp_matches(coalesce(l.group_code, ''), '\b(tip_off|disabled|ill)\b') and l.observed < 10)
order by l.last_seen desc, l.q_value, l.flag_id
