-- acikkapi_app answers HTTP, owns nothing and sees one place a transaction: current_setting('app.place').
-- acikkapi_ingest reads neither identity nor plain text. Both roles are made by MigrateDatabase.cs, which knows their passwords.
create function intake.current_place() returns smallint stable language sql
  as $$ select nullif(current_setting('app.place', true), '')::smallint $$;

alter table intake.applications enable row level security;
alter table intake.applications force row level security;
alter table intake.applicants enable row level security;
alter table intake.applicants force row level security;
alter table intake.application_events enable row level security;
alter table intake.application_events force row level security;

create policy place on intake.applications to acikkapi_app
  using (province_code = intake.current_place()) with check (province_code = intake.current_place());
create policy place on intake.applicants to acikkapi_app
  using (province_code = intake.current_place()) with check (province_code = intake.current_place());
create policy place on intake.application_events to acikkapi_app
  using (province_code = intake.current_place()) with check (province_code = intake.current_place());

create policy ingest_reads_all on intake.applications for select to acikkapi_ingest using (true);
create policy ingest_reads_open on intake.application_events for select to acikkapi_ingest using (true);

grant usage on schema reference, intake to acikkapi_app, acikkapi_ingest;
grant select on all tables in schema reference to acikkapi_app, acikkapi_ingest;

grant usage on sequence intake.application_id to acikkapi_app;
grant select on intake.units, intake.bureaus, intake.staff to acikkapi_app;
grant select, insert on intake.applications, intake.applicants, intake.application_events to acikkapi_app;
grant update (status, unit_code, due_on, type_code, changed_xid) on intake.applications to acikkapi_app;
grant select, insert, delete on intake.idempotency_keys to acikkapi_app;
grant select, insert, update on intake.refusals to acikkapi_app;

grant select on intake.units, intake.bureaus, intake.refusals to acikkapi_ingest;
grant select (province_code, application_id, origin, kind_code, channel_code, type_code, district_code, bureau_code,
              gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym, sealed,
              scrubbed_text, received_at, due_on, changed_xid)
  on intake.applications to acikkapi_ingest;
grant select (province_code, application_id, event_no, event_code, at, unit_code, actor_role_code, actor_pseudonym,
              outcome_code, score, due_on, changed_xid)
  on intake.application_events to acikkapi_ingest;
