-- Prints of what may leave the intake anyway (scrubbed_text), made when somebody looks for duplicates: none of a tip-off, none
-- of a sealed application is ever made, and none is looked at once it was sealed.
create table intake.text_prints (
  province_code smallint not null,
  application_id bigint not null,
  person_pseudonym bytea,
  print integer[] not null,
  bands bigint[] not null,
  primary key (province_code, application_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);
create index on intake.text_prints using gin (bands);
create index on intake.text_prints (province_code, person_pseudonym);

-- Linked by an officer, never by a machine: the answer to the leader is the answer to all linked to it.
create table intake.links (
  province_code smallint not null,
  application_id bigint not null,
  leader_id bigint not null,
  linked_at timestamptz not null default now(),
  actor_role_code text collate "C" not null,
  actor_pseudonym bytea not null,
  primary key (province_code, application_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade,
  foreign key (province_code, leader_id) references intake.applications on delete cascade,
  check (application_id <> leader_id)
);
create index on intake.links (province_code, leader_id);

call intake.keep_to_place('text_prints');
call intake.keep_to_place('links');
grant select, insert on intake.text_prints to acikkapi_app;
grant update (leader_id, linked_at, actor_role_code, actor_pseudonym) on intake.links to acikkapi_app;
grant select, insert, delete on intake.links to acikkapi_app;
