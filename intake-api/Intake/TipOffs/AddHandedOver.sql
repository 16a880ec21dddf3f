insert into intake.tip_off_messages (province_code, application_id, message_no, by_bureau, on_day, sealed_text)
select @province, @application, message_no, by_bureau, on_day, sealed_text
from unnest(@nos, @byBureau, @days, @boxes) as m (message_no, by_bureau, on_day, sealed_text);
