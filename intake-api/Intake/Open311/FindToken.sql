select o.service_request_id
from intake.open311_requests o
join intake.applications a using (province_code, application_id)
where a.province_code = @province and a.tracking_number = @number;
