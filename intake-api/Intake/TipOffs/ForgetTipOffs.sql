with forgotten as (
  update intake.applications
  set sealed_words = null, sealed_phone = null
  where province_code = @province and kind_code = 'tip_off' and status = 'received' and sealed_words is not null
    and received_at < now() - interval '90 days'
  returning application_id
),
files as (
  delete from intake.attachments
  where province_code = @province and application_id in (select application_id from forgotten)
)
delete from intake.tip_off_messages
where province_code = @province and application_id in (select application_id from forgotten);
