insert into intake.staff (staff_id, role_code, province_code, district_code, unit_code, pseudonym)
values (@id, @role, @province, @district, @unit, @pseudonym);
