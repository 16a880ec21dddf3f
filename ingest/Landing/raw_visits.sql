-- All of them each night: they are few. None that belongs to a sealed application, no officer, no note.
select v.province_code, v.visit_id::text, v.kind_code, v.origin_code, v.district_code, v.status, v.starts_at, v.planned_minutes,
  v.result_code, v.spent_minutes, v.asked_at, v.ended_at
from intake.visits v
left join intake.applications a using (province_code, application_id)
where a.sealed is not true
