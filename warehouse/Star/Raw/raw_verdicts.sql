create table if not exists raw_verdicts (
  verdict_no bigint not null,
  flag_id varchar not null,
  province_code smallint not null, -- 0: the whole country
  verdict_code varchar not null,
  reason_code varchar,
  measure_code varchar,
  measured_on date,
  role_code varchar not null,
  given_at timestamptz not null
);
