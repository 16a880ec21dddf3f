update intake.visits
set status = 'planned', staff_id = @officer, starts_at = @start, planned_minutes = @minutes
where province_code = @province and visit_id = @id;
