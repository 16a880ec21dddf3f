-- The phone stays until the SMS that tells of the hand-over is sent (TipOffs/ForgetTipOffs.sql).
with emptied as (
  update intake.applications
  set sealed_words = null
  where province_code = @province and application_id = @application
),
files as (
  delete from intake.attachments
  where province_code = @province and application_id = @application
)
delete from intake.tip_off_messages
where province_code = @province and application_id = @application;
