insert into intake.liaison_officers (province_code, unit_code, officer_no, duty, title, staff_id, from_on, until_on)
select province_code, unit_code, @no, @duty, @title, @staff, @from, @until
from intake.units
where unit_code = @unit and province_code = @province and (@ownDistrict is null or district_code = @ownDistrict)
on conflict (unit_code, officer_no) do update
set duty = excluded.duty, title = excluded.title, staff_id = excluded.staff_id, from_on = excluded.from_on, until_on = excluded.until_on;
