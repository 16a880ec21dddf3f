create table if not exists raw_applications (
  province_code smallint not null,
  application_id bigint not null,
  origin varchar not null,
  kind_code varchar not null,
  channel_code varchar not null,
  type_code varchar,
  district_code integer,
  bureau_code varchar not null,
  gender_code varchar,
  age_band_code varchar,
  education_code varchar,
  employment_code varchar,
  circumstances varchar not null,   -- codes in ordinal order, joined by |
  person_key varchar,               -- hexadecimal of the keyed pseudonym
  received_at timestamptz not null,
  due_on date not null,
  scrubbed_text varchar using compression zstd  -- by itself DuckDB takes FSST: larger, and a fifth more time for the whole load
);
