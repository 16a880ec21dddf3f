-- What came of a visit stands beside what was asked for, not in its place; and who planned it for when, however often. Append-only.
alter table intake.visits add column result_note text; -- never leaves the intake
grant update (result_note) on intake.visits to acikkapi_app;
revoke update (note) on intake.visits from acikkapi_app;

create table intake.visit_changes (
  province_code smallint not null,
  change_no bigint generated always as identity,
  visit_id uuid not null,
  at timestamptz not null default now(),
  status text collate "C" not null check (status in ('asked', 'planned', 'done', 'cancelled')),
  staff_id uuid references intake.staff,
  starts_at timestamptz,
  planned_minutes smallint,
  actor_role_code text collate "C" not null,
  actor_pseudonym bytea not null,
  primary key (province_code, change_no),
  foreign key (province_code, visit_id) references intake.visits on delete cascade
);
create index on intake.visit_changes (province_code, visit_id);
call intake.keep_to_place('visit_changes');
grant select, insert on intake.visit_changes to acikkapi_app;
