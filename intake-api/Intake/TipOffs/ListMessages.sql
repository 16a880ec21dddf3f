select message_no, by_bureau, on_day, sealed_text
from intake.tip_off_messages
where province_code = @province and application_id = @application
order by message_no;
