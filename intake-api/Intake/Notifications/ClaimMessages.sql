-- At most ten at a time, none that another relay holds; locked until what became of them is written.
with due as materialized (
  select province_code, message_id, application_id, event_no, template_code, template_version, tries
  from intake.messages
  where state in ('created', 'temporary_failure') and next_try_at <= now()
  order by next_try_at
  limit 10
  for update skip locked
)
select d.province_code, d.message_id, d.template_code, d.template_version, d.tries, p.phone, a.sealed_phone, a.bureau_code, a.tracking_number, a.due_on, u.name as unit_name,
  a.handed_over_to, a.sealed or a.kind_code = 'tip_off' as is_discreet
from due d
join intake.applications a using (province_code, application_id)
left join intake.applicants p using (province_code, application_id)
join intake.application_events e using (province_code, application_id, event_no)
left join intake.units u on u.unit_code = e.unit_code
order by d.province_code, d.message_id;
