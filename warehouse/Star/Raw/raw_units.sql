create table if not exists raw_units (
  unit_code varchar not null,
  name varchar not null,
  institution varchar not null,
  unit_kind_code varchar not null,
  province_code smallint not null,
  district_code integer
);
