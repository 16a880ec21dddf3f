select a.province_code, a.application_id, a.kind_code, a.type_code, a.status, a.bureau_code, a.unit_code, a.district_code, a.state_of_emergency,
  a.special, a.sealed, a.hide_identity, a.due_on,
  (select version from intake.calendar_version) as calendar_version, max(e.at) as last_at
from intake.applications a
join intake.application_events e using (province_code, application_id)
where a.province_code = @province and a.tracking_number = @number
group by a.province_code, a.application_id;
