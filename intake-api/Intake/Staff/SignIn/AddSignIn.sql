insert into intake.staff_sign_in (staff_id, sign_in_name, full_name, external_subject, enrolment_hash, enrolment_until)
values (@id, @name, @fullName, @subject, @enrolment, @until);
