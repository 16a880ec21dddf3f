-- The application is locked: no two comments take one number.
insert into intake.open311_comments (province_code, application_id, comment_no, update_id, at, body)
select @province, @application, count(*) + 1, @update, @at, @text
from intake.open311_comments
where province_code = @province and application_id = @application
having count(*) < @most
on conflict (province_code, application_id, update_id) do nothing;
