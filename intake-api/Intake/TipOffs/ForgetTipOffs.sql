-- What was not taken up within 90 days, or was rejected and not taken up since. Of one that was handed over the phone stayed for the
-- SMS that tells of it: it goes once that is sent or given up.
with forgotten as (
  update intake.applications
  set sealed_words = null, sealed_phone = null
  where province_code = @province and kind_code = 'tip_off' and status in ('received', 'rejected', 'appeal_refused')
    and sealed_words is not null and received_at < now() - interval '90 days'
  returning application_id
),
told as (
  update intake.applications a
  set sealed_phone = null
  where province_code = @province and kind_code = 'tip_off' and status = 'referred' and sealed_phone is not null
    and not exists (
      select from intake.messages m
      where m.province_code = a.province_code and m.application_id = a.application_id and m.state in ('created', 'sending', 'temporary_failure'))
),
files as (
  delete from intake.attachments
  where province_code = @province and application_id in (select application_id from forgotten)
)
delete from intake.tip_off_messages
where province_code = @province and application_id in (select application_id from forgotten);
