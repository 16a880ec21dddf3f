create table if not exists raw_bureaus (
  bureau_code varchar not null,
  name varchar not null,
  province_code smallint not null,
  district_code integer,
  opened_on date not null,
  closed_on date
);
