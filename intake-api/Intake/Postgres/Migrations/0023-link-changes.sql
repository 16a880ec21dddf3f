-- Who linked which applications and who took it back. Append-only.
create table intake.link_changes (
  province_code smallint not null,
  change_no bigint generated always as identity,
  application_id bigint not null,
  leader_id bigint not null,
  action text collate "C" not null check (action in ('linked', 'unlinked')),
  at timestamptz not null default now(),
  actor_role_code text collate "C" not null,
  actor_pseudonym bytea not null,
  primary key (province_code, change_no),
  foreign key (province_code, application_id) references intake.applications on delete cascade,
  foreign key (province_code, leader_id) references intake.applications on delete cascade
);
create index on intake.link_changes (province_code, application_id);
create index on intake.link_changes (province_code, leader_id);
call intake.keep_to_place('link_changes');
grant select, insert on intake.link_changes to acikkapi_app;

-- The print of an application that was sealed goes at once (Applications/AppendEvent.sql).
grant delete on intake.text_prints to acikkapi_app;
