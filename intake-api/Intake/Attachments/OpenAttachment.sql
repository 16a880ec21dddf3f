select media_type, content
from intake.attachments
where province_code = @province and application_id = @application and attachment_no = @no;
