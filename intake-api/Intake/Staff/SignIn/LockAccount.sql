-- Two tries at once count as two. Of a disabled account there is none.
select i.staff_id, s.role_code, i.sign_in_name, i.full_name, i.password_hash, i.totp_secret, i.totp_step, i.locked_until,
  coalesce(i.enrolment_hash = @enrolment and i.enrolment_until > now(), false) as is_enrolling
from intake.staff_sign_in i
join intake.staff s using (staff_id)
where (i.sign_in_name = @name or i.staff_id = @staff or i.external_subject = @subject) and s.disabled_at is null
for update of i;
