update intake.staff_sign_in
set enrolment_hash = @enrolment, enrolment_until = @until, password_hash = null, totp_secret = null, totp_step = null, failures = 0, locked_until = null
where staff_id = @id or sign_in_name = @name;
