select event_no, reason, answer
from intake.application_events
where province_code = @province and application_id = @application and (reason is not null or answer is not null)
order by event_no;
