select staff_id, role_code, coalesce(concat_ws('-', province_code, district_code), '') as place, unit_code, created_at, disabled_at
from intake.staff
order by created_at, staff_id;
