select log_no, at, actor_role_code, subject, subject_code, before::text as before, after::text as after
from intake.settings_log
where province_code = @province and log_no < @before
order by log_no desc
limit 200;
