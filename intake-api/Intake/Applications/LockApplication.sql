select application_id
from intake.applications
where province_code = @province and tracking_number = @number
for update;
