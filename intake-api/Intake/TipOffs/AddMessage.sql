insert into intake.tip_off_messages (province_code, application_id, message_no, by_bureau, on_day, sealed_text)
select @province, @application, coalesce(max(message_no), 0) + 1, @byBureau, @day, @box
from intake.tip_off_messages
where province_code = @province and application_id = @application
having count(*) < @most;
