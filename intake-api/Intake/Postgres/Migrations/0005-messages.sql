-- The transactional outbox: an SMS is a row written with the event it tells of, or there is neither. Its words are made
-- when it is sent and its phone number is read then: neither stands here.
create sequence intake.message_id as bigint;

create table intake.messages (
  province_code smallint not null,
  message_id bigint not null default nextval('intake.message_id'),
  application_id bigint not null,
  event_no smallint not null,
  template_code text collate "C" not null,
  template_version smallint not null,
  state text collate "C" not null default 'created'
    check (state in ('created', 'sending', 'sent', 'delivered', 'temporary_failure', 'technical_failure')),
  created_at timestamptz not null,                     -- of a tip-off: the day's first instant
  not_before timestamptz not null,                     -- quiet hours
  next_try_at timestamptz not null,
  tries smallint not null default 0,
  gateway_status text collate "C",                     -- the gateway's last word
  state_at timestamptz not null,
  primary key (province_code, message_id),
  unique (province_code, application_id, event_no),
  foreign key (province_code, application_id, event_no) references intake.application_events on delete cascade
);
create index messages_due on intake.messages (next_try_at) where state in ('created', 'temporary_failure');

alter table intake.messages enable row level security;
alter table intake.messages force row level security;
create policy place on intake.messages to acikkapi_app
  using (province_code = intake.current_place()) with check (province_code = intake.current_place());
create policy relay on intake.messages to acikkapi_relay using (true);
create policy relay on intake.applications for select to acikkapi_relay using (true);
create policy relay on intake.applicants for select to acikkapi_relay using (true);
create policy relay on intake.application_events for select to acikkapi_relay using (true);

grant usage on sequence intake.message_id to acikkapi_app;
grant select, insert on intake.messages to acikkapi_app;

-- The relay works for every province and reads no more than an SMS needs.
grant usage on schema intake, reference to acikkapi_relay;
grant select on intake.messages to acikkapi_relay;
grant update (state, next_try_at, tries, gateway_status, state_at) on intake.messages to acikkapi_relay;
grant select (province_code, application_id, tracking_number, kind_code, sealed, due_on) on intake.applications to acikkapi_relay;
grant select (province_code, application_id, phone) on intake.applicants to acikkapi_relay;
grant select (province_code, application_id, event_no, event_code, unit_code, due_on) on intake.application_events to acikkapi_relay;
grant select on intake.units to acikkapi_relay;
grant select on reference.provinces to acikkapi_relay;

create index on intake.bureaus (province_code);
