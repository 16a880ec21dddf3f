delete from intake.staff_sessions where session_hash = @hash;
