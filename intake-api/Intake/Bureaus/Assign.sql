-- A row without staff: from now on it is nobody's.
insert into intake.assignments (province_code, application_id, assignment_no, staff_id, is_automatic, at, actor_role_code, actor_pseudonym)
select @province, g.application_id,
  1 + coalesce((select max(assignment_no) from intake.assignments where province_code = @province and application_id = g.application_id), 0),
  g.staff_id, @automatic, now(), @role, @actor
from unnest(@applications, @staff) as g (application_id, staff_id);
