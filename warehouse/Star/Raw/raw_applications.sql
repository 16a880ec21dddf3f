create table if not exists raw_applications (
  province_code smallint using compression bitpacking not null,
  application_id bigint using compression bitpacking not null,
  origin varchar using compression dict_fsst not null,
  kind_code varchar using compression dict_fsst not null,
  channel_code varchar using compression dict_fsst not null,
  type_code varchar using compression dict_fsst,
  district_code integer using compression bitpacking,
  bureau_code varchar using compression dict_fsst not null,
  gender_code varchar using compression dict_fsst,
  age_band_code varchar using compression dict_fsst,
  education_code varchar using compression dict_fsst,
  employment_code varchar using compression dict_fsst,
  circumstances varchar using compression dict_fsst not null,   -- codes in ordinal order, joined by |
  person_key varchar using compression dict_fsst,               -- hexadecimal of the keyed pseudonym
  received_at timestamptz using compression bitpacking not null,
  due_on date using compression bitpacking not null,
  scrubbed_text varchar using compression zstd  -- by itself DuckDB takes FSST: larger, and a fifth more time for the whole load
);
