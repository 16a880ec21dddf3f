-- Exact, of the country and the provinces; fewer than 5 as "5'ten az". No flag names tip-offs, or people disabled or ill,
-- for fewer than 10.
select
  coalesce(l.flag_id, f.flag_id) as flag_id, f.as_of, f.detector, f.direction, f.level, f.place_code, f.district_code, f.unit_code, f.type_code, f.group_code,
  f.window_start, f.window_end,
  if(f.observed < 5, null, f.observed)::bigint as observed,
  round(f.expected, 1) as expected,
  if(f.observed < 5, null, round(f.ratio, 2)) as ratio,
  if(f.observed < 20, null, round(f.low)) as low,
  if(f.observed < 20, null, round(f.high)) as high,
  if(f.observed < 5, null, f.p_value) as p_value,
  round(f.q_value, 3) as q_value,
  -- The night's own sentence names what drives a rise, which may be few.
  concat(
    coalesce(p.name, 'Türkiye'), ': ',
    if(f.counted = '', coalesce(t.name_tr || ' başvuruları ', 'başvurular '), coalesce(t.name_tr || ' konusunda ', '') || f.counted || ' '),
    if(f.window_end - f.window_start < 7, 'geçen hafta', 'son ' || (f.window_end - f.window_start + 1) // 7 || ' haftada'),
    ' ', round(f.expected)::bigint, ' beklenirken ', if(f.observed < 5, '5''ten az', f.observed::bigint::varchar), ' oldu.'
  ) as sentence,
  f.scope_code,
  coalesce(l.first_seen, f.as_of) as first_seen,
  coalesce(l.nights, 1) as nights
from warehouse.flags as f
left join warehouse.flag_ledger as l on l.last_flag_id = f.flag_id
left join warehouse.dim_scope as p on p.scope_code = f.scope_code and p.scope_level = 'province'
left join warehouse.dim_type as t on t.type_code = f.type_code and t.type_code <> '-'
where f.level in ('country', 'province')
  and not (regexp_matches(coalesce(f.group_code, ''), '\b(tip_off|disabled|ill)\b') and f.observed < 10)
order by f.q_value, f.flag_id
