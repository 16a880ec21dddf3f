-- What stands in a flag is told like any count: fewer than 8 as "8'den az", the rest to the nearest 5; limits and ratio
-- from 20 cases on. No flag names tip-offs, or people disabled or ill, for fewer than 10.
with named as (
  select
    f.*,
    f.observed < 8 as is_small,
    (f.window_end - f.window_start + 1) // 7 as weeks,
    string_split(f.place_code::varchar, '|') as plates
  from warehouse.flags as f
  where not (regexp_matches(coalesce(f.group_code, ''), '\b(tip_off|disabled|ill)\b') and f.observed < 10)
),

rounded_flags as (
  select
    *,
    rounded(round(observed)::bigint) as told_observed,
    (round(expected / 5) * 5)::bigint as told_expected,
    (
      select string_agg(s.name, ', ' order by s.province_code)
      from warehouse.dim_scope as s
      where s.scope_level = 'province' and list_contains(named.plates, s.province_code::varchar)
    ) as provinces
  from named
)

select
  -- The id of the first night: what officers decide is kept under it.
  coalesce(l.flag_id, f.flag_id) as flag_id, f.as_of, f.detector, f.direction, f.level, f.place_code, f.district_code, f.unit_code, f.type_code, f.group_code,
  f.window_start, f.window_end,
  f.told_observed as observed,
  f.told_expected as expected,
  if(f.is_small or f.told_expected = 0, null, round(f.told_observed / f.told_expected, 1)) as ratio,
  if(f.observed >= 20, round(f.low / 5) * 5, null)::bigint as low,
  if(f.observed >= 20, round(f.high / 5) * 5, null)::bigint as high,
  -- To one digit: an exact p of known limits would give the exact count back.
  if(f.is_small, null, round(f.p_value, 3)) as p_value,
  round(f.q_value, 2) as q_value,
  -- The night's own sentence holds exact numbers: told anew from these.
  concat(
    coalesce(d.name || ' (' || f.provinces || ')', f.provinces, 'Türkiye'), coalesce(' – ' || u.name, ''), ': ',
    if(f.counted = '', coalesce(t.name_tr || ' başvuruları ', 'başvurular '), coalesce(t.name_tr || ' konusunda ', '') || f.counted || ' '), if(f.weeks = 1, 'geçen hafta', 'son ' || f.weeks || ' haftada'),
    if(f.told_expected = 0, ' 5''ten az', ' yaklaşık ' || f.told_expected), ' beklenirken ',
    if(f.is_small, '8''den az', 'yaklaşık ' || f.told_observed), ' oldu.'
  ) as sentence,
  f.scope_code,
  coalesce(l.first_seen, f.as_of) as first_seen,
  coalesce(l.nights, 1) as nights
from rounded_flags as f
left join warehouse.flag_ledger as l on l.last_flag_id = f.flag_id
left join warehouse.dim_district as d on d.district_code = try_cast(f.district_code as integer) and d.district_code <> 0
left join warehouse.dim_unit as u on u.unit_code = f.unit_code and u.unit_code <> '-'
left join warehouse.dim_type as t on t.type_code = f.type_code and t.type_code <> '-'
order by f.q_value, f.flag_id
