select comment_no, update_id, at, body
from intake.open311_comments
where province_code = @province and application_id = @application
order by comment_no;
