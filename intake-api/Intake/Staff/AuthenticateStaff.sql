select staff_id, role_code, province_code, district_code, unit_code, pseudonym
from intake.staff
where token_hash = @hash and disabled_at is null;
