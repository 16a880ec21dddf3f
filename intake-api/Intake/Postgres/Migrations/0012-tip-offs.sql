-- A tip-off's words and whoever sent it, if they said who, stand in one sealed box (TipOffs/TipOffSeal.cs), whose key is not in
-- this database; the phone has a box of its own, because the relay opens it and nothing else. Both are emptied after 90
-- days unless the bureau took the tip-off up.
alter table intake.applications
  add column sealed_words bytea,
  add column sealed_phone bytea;

grant update (sealed_words, sealed_phone) on intake.applications to acikkapi_app;
grant select (sealed_phone) on intake.applications to acikkapi_relay;

-- The box behind the receipt: sender and bureau write to each other by day, not by hour.
create table intake.tip_off_messages (
  province_code smallint not null,
  application_id bigint not null,
  message_no smallint not null,                       -- 1, 2, 3 … within the tip-off
  by_bureau boolean not null,
  on_day date not null,
  sealed_text bytea not null,
  primary key (province_code, application_id, message_no),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);

-- Who opened an application's words, and why. Append-only.
create table intake.openings (
  province_code smallint not null,
  opening_no bigint generated always as identity,
  application_id bigint not null,
  at timestamptz not null default now(),
  actor_role_code text collate "C" not null,
  actor_pseudonym bytea not null,
  reason text not null,
  primary key (province_code, opening_no)
);
create index on intake.openings (province_code, application_id);

call intake.keep_to_place('tip_off_messages');
call intake.keep_to_place('openings');
grant select, insert, delete on intake.tip_off_messages to acikkapi_app;
grant select, insert on intake.openings to acikkapi_app;
