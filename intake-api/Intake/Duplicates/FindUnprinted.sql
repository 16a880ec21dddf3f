-- Of the last 90 days, changed since all before was printed; the newest first.
select a.application_id, a.person_pseudonym, a.scrubbed_text
from intake.applications a
where a.province_code = @province and a.changed_xid >= @since::xid8 and a.scrubbed_text is not null and a.received_at > now() - interval '90 days'
  and not exists (select from intake.text_prints p where p.province_code = a.province_code and p.application_id = a.application_id)
order by a.application_id desc
limit @limit;
