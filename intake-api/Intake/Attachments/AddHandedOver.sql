insert into intake.attachments (province_code, application_id, attachment_no, media_type, bytes, content, added_on)
select @province, @application, attachment_no, media_type, bytes, content, added_on
from unnest(@nos, @types, @bytes, @contents, @days) as f (attachment_no, media_type, bytes, content, added_on);
