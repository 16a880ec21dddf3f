-- Of the country, its groups and the provinces; fewer than 5 as "5'ten az", the rest to the nearest 5: a window is a sum of weeks, and its exact
-- count less those told would be that of a hidden one. No flag names tip-offs, or people disabled or ill, for fewer than 10.
with rounded_flags as (
  select *, if(observed < 5, null, round(observed / 5) * 5)::bigint as told_observed from warehouse.flags
)

select
  coalesce(l.flag_id, f.flag_id) as flag_id, f.as_of, f.detector, f.direction, f.level, f.place_code, f.district_code, f.unit_code, f.type_code, f.group_code,
  f.window_start, f.window_end,
  f.told_observed as observed,
  round(f.expected, 1) as expected,
  round(f.told_observed / nullif(f.expected, 0), 1) as ratio,
  if(f.observed < 20, null, round(f.low)) as low,
  if(f.observed < 20, null, round(f.high)) as high,
  if(f.observed < 5, null, round(f.p_value, 3)) as p_value,
  round(f.q_value, 3) as q_value,
  -- The night's own sentence names what drives a rise, which may be few.
  concat(
    coalesce(p.name, 'Türkiye'), ': ',
    if(f.counted = '', coalesce(t.name_tr || ' başvuruları ', 'başvurular '), coalesce(t.name_tr || ' konusunda ', '') || f.counted || ' '),
    if(f.window_end - f.window_start < 7, 'geçen hafta', 'son ' || (f.window_end - f.window_start + 1) // 7 || ' haftada'),
    ' ', round(f.expected)::bigint, ' beklenirken ', coalesce('yaklaşık ' || f.told_observed, '5''ten az'), ' oldu.'
  ) as sentence,
  f.scope_code,
  coalesce(l.first_seen, f.as_of) as first_seen,
  coalesce(l.nights, 1) as nights
from rounded_flags as f
left join warehouse.flag_ledger as l on l.last_flag_id = f.flag_id
left join warehouse.dim_scope as p on p.scope_code = f.scope_code and p.scope_level = 'province'
left join warehouse.dim_type as t on t.type_code = f.type_code and t.type_code <> '-'
where (f.level in ('country', 'province') or f.level = 'group' and f.scope_code = 'TR')
  and not (regexp_matches(coalesce(f.group_code, ''), '\b(tip_off|disabled|ill)\b') and f.observed < 10)
order by f.q_value, f.flag_id
