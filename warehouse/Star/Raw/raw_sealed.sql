-- All that is ever known here of sealed applications: how many, by province and month.
create table if not exists raw_sealed (
  province_code smallint not null,
  month date not null,
  applications bigint not null
);
