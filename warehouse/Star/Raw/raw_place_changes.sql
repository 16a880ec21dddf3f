create table if not exists raw_place_changes (
  log_no bigint not null,
  "at" timestamptz not null,
  subject varchar not null,         -- units, bureaus
  subject_code varchar not null,
  before varchar,                   -- the row as JSON
  after varchar
);
