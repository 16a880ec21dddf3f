with planned as (
  update intake.visits
  set status = 'planned', staff_id = @officer, starts_at = @start, planned_minutes = @minutes
  where province_code = @province and visit_id = @id
  returning visit_id, status, staff_id, starts_at, planned_minutes
)
insert into intake.visit_changes (province_code, visit_id, status, staff_id, starts_at, planned_minutes, actor_role_code, actor_pseudonym)
select @province, visit_id, status, staff_id, starts_at, planned_minutes, @role, @actor
from planned;
