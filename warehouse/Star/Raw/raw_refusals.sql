create table if not exists raw_refusals (
  province_code smallint not null,
  refused_on date not null,
  channel_code varchar not null,
  field varchar not null,
  reason_code varchar not null,
  refused integer not null
);
