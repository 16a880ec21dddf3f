-- A member is staff of the bureau's own place.
insert into intake.bureau_team (province_code, bureau_code, staff_id, duty, is_coordinator, from_on, until_on, weight, kind_codes, heading_codes)
select b.province_code, b.bureau_code, s.staff_id, @duty, @coordinator, @from, @until, @weight, @kinds, @headings
from intake.bureaus b
join intake.staff s on s.province_code = b.province_code and s.district_code is not distinct from b.district_code
where b.bureau_code = @bureau and b.province_code = @province and (@ownDistrict is null or b.district_code = @ownDistrict)
  and s.staff_id = @staffId and s.disabled_at is null and s.role_code in ('desk', 'coordinator', 'field', 'analyst')
on conflict (bureau_code, staff_id) do update
set duty = excluded.duty, is_coordinator = excluded.is_coordinator, from_on = excluded.from_on, until_on = excluded.until_on,
  weight = excluded.weight, kind_codes = excluded.kind_codes, heading_codes = excluded.heading_codes;
