select attachment_no, media_type, bytes
from intake.attachments
where province_code = @province and application_id = @application
order by attachment_no;
