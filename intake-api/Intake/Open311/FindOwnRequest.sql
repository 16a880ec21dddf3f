select a.tracking_number
from intake.open311_requests o
join intake.applications a using (province_code, application_id)
where o.province_code = @province and o.service_request_id = @id and o.key_id = @key;
