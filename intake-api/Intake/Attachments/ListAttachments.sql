select attachment_no as no, media_type, bytes, added_on
from intake.attachments
where province_code = @province and application_id = @application
order by attachment_no;
