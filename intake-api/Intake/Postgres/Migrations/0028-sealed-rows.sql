-- Sealed applications are invisible to every transaction that does not say it may see them: those of the executive line, of the
-- applicant who holds the number, and of housekeeping (Postgres/PlaceTransaction.cs). Beside the place, not instead of it.
create function intake.sees_sealed() returns boolean stable language sql
  as $$ select coalesce(current_setting('app.sealed', true), '') = 'seen' $$;

create policy sealed on intake.applications as restrictive for select to acikkapi_app
  using (not sealed or (select intake.sees_sealed()));

-- What belongs to an application is seen where the application is.
create policy sealed on intake.applicants as restrictive for select to acikkapi_app using ((select intake.sees_sealed()) or exists (
  select from intake.applications a where a.province_code = applicants.province_code and a.application_id = applicants.application_id));
create policy sealed on intake.application_events as restrictive for select to acikkapi_app using ((select intake.sees_sealed()) or exists (
  select from intake.applications a where a.province_code = application_events.province_code and a.application_id = application_events.application_id));
create policy sealed on intake.attachments as restrictive for select to acikkapi_app using ((select intake.sees_sealed()) or exists (
  select from intake.applications a where a.province_code = attachments.province_code and a.application_id = attachments.application_id));
create policy sealed on intake.open311_requests as restrictive for select to acikkapi_app using ((select intake.sees_sealed()) or exists (
  select from intake.applications a where a.province_code = open311_requests.province_code and a.application_id = open311_requests.application_id));
create policy sealed on intake.open311_comments as restrictive for select to acikkapi_app using ((select intake.sees_sealed()) or exists (
  select from intake.applications a where a.province_code = open311_comments.province_code and a.application_id = open311_comments.application_id));
create policy sealed on intake.tip_off_messages as restrictive for select to acikkapi_app using ((select intake.sees_sealed()) or exists (
  select from intake.applications a where a.province_code = tip_off_messages.province_code and a.application_id = tip_off_messages.application_id));
