insert into intake.application_events (province_code, application_id, event_no, event_code, at, unit_code, outcome_code, score, due_on)
select h.province_code, h.application_id, l.event_no, l.event_code, l.at, l.unit_code, l.outcome_code, l.score, l.due_on
from import_hash h
join import_applications a using (line)
join import_log l using (external_id)
where not h.is_known or h.content_hash is distinct from h.hash_before;
