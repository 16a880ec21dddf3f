-- Triggers stamp each row with this transaction. The next load reads them once more, which changes nothing.
with mixed as (
  update intake.applications
  set changed_xid = changed_xid
  where province_code = @province and kind_code = 'tip_off' and received_at = any(@days)
  returning application_id
),
events as (
  update intake.application_events
  set due_on = due_on
  where province_code = @province and application_id in (select application_id from mixed)
)
update intake.messages
set tries = tries
where province_code = @province and application_id in (select application_id from mixed);
