delete from intake.staff_sessions where staff_id = @staff;
