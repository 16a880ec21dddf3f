-- Kept where they are known: a story that was stopped half-way leaves its units, and they are the same ones.
with units as (
  insert into intake.units (unit_code, name, institution, unit_kind_code, province_code, district_code)
  select * from unnest(@unitCodes::text[], @unitNames::text[], @institutions::text[], @kinds::text[], @unitProvinces::smallint[], @unitDistricts::integer[])
  on conflict (unit_code) do nothing
)
insert into intake.bureaus (bureau_code, name, province_code, district_code, opened_on)
select * from unnest(@bureauCodes::text[], @bureauNames::text[], @bureauProvinces::smallint[], @bureauDistricts::integer[], @openedOn::date[])
on conflict (bureau_code) do nothing;
