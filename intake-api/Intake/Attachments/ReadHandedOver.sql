select attachment_no, media_type, bytes, content, added_on
from intake.attachments
where province_code = @province and application_id = @application
order by attachment_no;
