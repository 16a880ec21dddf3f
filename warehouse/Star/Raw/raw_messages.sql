create table if not exists raw_messages (
  province_code smallint not null,
  message_id bigint not null,
  application_id bigint not null,
  event_no smallint not null,
  template_code varchar not null,
  state varchar not null,
  created_at timestamptz not null,
  tries smallint not null,
  state_at timestamptz not null
);
