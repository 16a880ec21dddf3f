update intake.staff_sign_in
set password_hash = @passwordHash, totp_secret = @secret, totp_step = @step, enrolment_hash = null, enrolment_until = null, failures = 0, locked_until = null
where staff_id = @staff and enrolment_hash = @enrolment and enrolment_until > now();
