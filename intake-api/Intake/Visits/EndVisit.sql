update intake.visits
set status = @status, result_code = @result, spent_minutes = @minutes, note = coalesce(@note, note), ended_at = @at
where province_code = @province and visit_id = @id;
