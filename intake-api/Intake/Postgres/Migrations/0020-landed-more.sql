-- What the night lands besides: messages by their watermark, officers as pseudonyms, and what units and bureaus were called
-- before. No index on the watermark: the relay would write it anew at every step of every message; one night reads the table.
alter table intake.messages add column changed_xid xid8 not null default pg_current_xact_id();
create trigger stamp before update on intake.messages for each row execute function intake.stamp_change();

create policy ingest_reads_all on intake.messages for select to acikkapi_ingest using (true);
grant select (province_code, message_id, application_id, event_no, template_code, state, created_at, tries, state_at, changed_xid) on intake.messages to acikkapi_ingest;

create policy ingest_reads_all on intake.bureau_team for select to acikkapi_ingest using (true);
grant select (bureau_code, staff_id, from_on, until_on) on intake.bureau_team to acikkapi_ingest;
grant select (staff_id, role_code, province_code, pseudonym) on intake.staff to acikkapi_ingest;

create policy ingest_reads_places on intake.settings_log for select to acikkapi_ingest using (subject in ('units', 'bureaus'));
grant select (log_no, at, subject, subject_code, before, after) on intake.settings_log to acikkapi_ingest;
