insert into intake.open311_comments (province_code, application_id, comment_no, update_id, at, body)
select @province, @application, comment_no, update_id, at, body
from unnest(@nos, @ids, @instants, @bodies) as c (comment_no, update_id, at, body);
