select 1
from intake.staff
where staff_id = @staff and role_code = 'liaison' and unit_code = @unit and disabled_at is null;
