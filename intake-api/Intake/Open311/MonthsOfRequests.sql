select distinct month
from intake.open311_requests
where province_code = @province and service_request_id = any(@ids);
