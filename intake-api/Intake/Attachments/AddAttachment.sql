insert into intake.attachments (province_code, application_id, attachment_no, media_type, bytes, content, added_on)
select @province, @application, coalesce(max(attachment_no), 0) + 1, @mediaType, @bytes, @content, @day
from intake.attachments
where province_code = @province and application_id = @application
having count(*) < @most
returning attachment_no;
