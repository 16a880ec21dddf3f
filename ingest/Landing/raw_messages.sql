select m.province_code, m.message_id, m.application_id, m.event_no, m.template_code, m.state, m.created_at, m.tries, m.state_at
from intake.messages m
join intake.applications a using (province_code, application_id)
where m.changed_xid >= current_setting('ingest.since')::xid8 and not a.sealed
