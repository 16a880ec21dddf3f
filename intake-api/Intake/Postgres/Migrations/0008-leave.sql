-- A deadline that moves because leave was added late (domain.md, rule 2) is written anew where it stands, and what it was
-- is kept here for ever. The log of events stays as it is but for that one date, which follows from the others.
create table intake.deadline_changes (
  province_code smallint not null,
  application_id bigint not null,
  change_no bigint generated always as identity,
  clock text collate "C" not null check (clock in ('applicant', 'unit')),
  old_on date not null,
  new_on date not null,
  leave_on date not null,                      -- the day added or taken back
  reason_tr text not null,
  changed_at timestamptz not null default now(),
  primary key (province_code, application_id, change_no),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);
alter table intake.deadline_changes enable row level security;
alter table intake.deadline_changes force row level security;
create policy place on intake.deadline_changes to acikkapi_app
  using (province_code = intake.current_place()) with check (province_code = intake.current_place());

grant select, insert on intake.deadline_changes to acikkapi_app;
grant insert, delete on intake.administrative_leave to acikkapi_app;
grant update on intake.calendar_version to acikkapi_app;
grant update (due_on, changed_xid) on intake.application_events to acikkapi_app;
create trigger stamp before update on intake.application_events for each row execute function intake.stamp_change();

-- The lists of what is due: open applications only, in the order in which they fall due.
create index applications_due on intake.applications (province_code, due_on, application_id)
  where status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened');
