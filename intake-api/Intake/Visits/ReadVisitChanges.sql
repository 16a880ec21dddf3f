select at, status, staff_id, starts_at, planned_minutes, actor_role_code
from intake.visit_changes
where province_code = @province and visit_id = @id
order by change_no;
