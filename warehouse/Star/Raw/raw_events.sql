create table if not exists raw_events (
  province_code smallint not null,
  application_id bigint not null,
  event_no smallint not null,
  event_code varchar not null,
  "at" timestamptz not null,
  unit_code varchar,
  actor_role_code varchar,
  actor_key varchar,
  outcome_code varchar,
  score smallint,
  due_on date
);
