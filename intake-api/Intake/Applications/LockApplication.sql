select application_id, pg_advisory_xact_lock_shared(@calendar)
from intake.applications
where province_code = @province and tracking_number = @number
for update;
