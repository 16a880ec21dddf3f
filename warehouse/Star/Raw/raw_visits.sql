create table if not exists raw_visits (
  province_code smallint not null,
  visit_id varchar not null,
  kind_code varchar not null,
  origin_code varchar not null,
  district_code integer,
  status varchar not null,
  starts_at timestamptz,
  planned_minutes smallint,
  result_code varchar,
  spent_minutes smallint,
  asked_at timestamptz not null,
  ended_at timestamptz
);
