create table if not exists raw_events (
  province_code smallint using compression bitpacking not null,
  application_id bigint using compression bitpacking not null,
  event_no smallint using compression bitpacking not null,
  event_code varchar using compression dict_fsst not null,
  "at" timestamptz using compression bitpacking not null,
  unit_code varchar using compression dict_fsst,
  actor_role_code varchar using compression dict_fsst,
  actor_key varchar using compression dict_fsst,
  outcome_code varchar using compression dict_fsst,
  score smallint using compression bitpacking,
  due_on date using compression bitpacking
);

-- Files from before it was landed; what is in them has no reason until its application changes.
alter table raw_events add column if not exists reason_code varchar;
