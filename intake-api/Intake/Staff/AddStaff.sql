insert into intake.staff (staff_id, role_code, province_code, district_code, unit_code, token_hash, pseudonym)
values (@id, @role, @province, @district, @unit, @hash, @pseudonym);
