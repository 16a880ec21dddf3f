insert into intake.units (unit_code, name, institution, unit_kind_code, province_code, district_code, opened_on, closed_on, liaison_officers_required)
values (@code, @name, @institution, @kind, @province, @district, @openedOn, @closedOn, @required)
on conflict (unit_code) do update
set name = excluded.name, institution = excluded.institution, unit_kind_code = excluded.unit_kind_code, district_code = excluded.district_code,
  opened_on = excluded.opened_on, closed_on = excluded.closed_on, liaison_officers_required = excluded.liaison_officers_required
where units.province_code = @province and (@ownDistrict is null or units.district_code = @ownDistrict);
