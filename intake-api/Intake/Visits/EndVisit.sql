with ended as (
  update intake.visits
  set status = @status, result_code = @result, spent_minutes = @minutes, result_note = @note, ended_at = @at
  where province_code = @province and visit_id = @id
  returning visit_id, status, staff_id, starts_at, planned_minutes
)
insert into intake.visit_changes (province_code, visit_id, status, staff_id, starts_at, planned_minutes, actor_role_code, actor_pseudonym)
select @province, visit_id, status, staff_id, starts_at, planned_minutes, @role, @actor
from ended;
