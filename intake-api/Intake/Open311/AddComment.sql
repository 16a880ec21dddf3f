-- The application is locked: no two comments take one number. What became of it: added, known (the same sent again),
-- reused (another text under its update_id) or full.
with earlier as (
  select body from intake.open311_comments where province_code = @province and application_id = @application and update_id = @update
),
added as (
  insert into intake.open311_comments (province_code, application_id, comment_no, update_id, at, body)
  select @province, @application, count(*) + 1, @update, @at, @text
  from intake.open311_comments
  where province_code = @province and application_id = @application
  having count(*) < @most and not exists (select from earlier)
  returning 1
)
select case
  when exists (select from added) then 'added'
  when (select body = @text from earlier) then 'known'
  when exists (select from earlier) then 'reused'
  else 'full'
end;
