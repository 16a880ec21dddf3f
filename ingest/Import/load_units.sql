insert into intake.units as known (unit_code, name, institution, unit_kind_code, province_code, district_code)
select unit_code, name, institution, unit_kind_code, province_code, district_code
from import_units
on conflict (unit_code) do update
set (name, institution, unit_kind_code, province_code, district_code)
  = (excluded.name, excluded.institution, excluded.unit_kind_code, excluded.province_code, excluded.district_code)
where (known.name, known.institution, known.unit_kind_code, known.province_code, known.district_code)
  is distinct from (excluded.name, excluded.institution, excluded.unit_kind_code, excluded.province_code, excluded.district_code);
