update intake.staff_sign_in
set password_hash = @passwordHash, failures = 0, locked_until = null
where staff_id = @staff;
