-- The shared words of warehouse/Domain/Reference, one table a list, column for column.
-- Rows come from the same CSV files (LoadReferenceLists.cs); on Citus these are reference tables.
-- Codes compare ordinally (collate "C"); names sort as Turkish does (the database's own collation).
create schema reference;

create table reference.channels (
  channel_code text collate "C" primary key,
  name_tr text not null,
  staff_only boolean not null
);

create table reference.kinds (
  kind_code text collate "C" primary key,
  name_tr text not null
);

create table reference.events (
  event_code text collate "C" primary key,
  name_tr text not null
);

create table reference.outcomes (
  outcome_code text collate "C" primary key,
  name_tr text not null
);

create table reference.unit_kinds (
  unit_kind_code text collate "C" primary key,
  name_tr text not null
);

create table reference.circumstances (
  circumstance_code text collate "C" primary key,
  name_tr text not null
);

create table reference.education_levels (
  education_code text collate "C" primary key,
  name_tr text not null
);

create table reference.employment_statuses (
  employment_code text collate "C" primary key,
  name_tr text not null
);

create table reference.genders (
  gender_code text collate "C" primary key,
  name_tr text not null
);

create table reference.age_bands (
  age_band_code text collate "C" primary key,
  name_tr text not null,
  from_age smallint not null,
  to_age smallint not null
);

create table reference.staff_roles (
  role_code text collate "C" primary key,
  name_tr text not null
);

create table reference.rejection_reasons (
  reason_code text collate "C" primary key,
  name_tr text not null
);

create table reference.types (
  type_code text collate "C" primary key,
  heading_code text collate "C" not null references reference.types,
  name_tr text not null,
  name_en text not null,
  people_decide boolean not null
);

create table reference.provinces (
  province_code smallint primary key,
  name text not null,
  slug text not null,
  nuts1_code text collate "C" not null,
  nuts1_name text not null,
  nuts2_code text collate "C" not null,
  nuts2_name text not null,
  nuts3_code text collate "C" not null,
  region text not null,
  is_metropolitan boolean not null,
  area_km2 numeric not null,
  population_2020 integer not null,
  population_2021 integer not null,
  population_2022 integer not null,
  population_2023 integer not null,
  population_2025 integer not null,
  sege_2025_rank smallint not null,
  sege_2025_score numeric not null,
  sege_2025_tier smallint not null,
  age_0_14_share_2020 numeric not null,
  age_15_64_share_2020 numeric not null,
  age_65_share_2020 numeric not null
);

create table reference.districts (
  district_code integer primary key,
  province_code smallint not null references reference.provinces,
  name text not null,
  is_central boolean not null,
  has_kaymakamlik boolean not null,
  area_km2 numeric,
  population_2020 integer,
  population_2021 integer,
  population_2023 integer,
  population_2025 integer,
  male_2021 integer,
  female_2021 integer,
  age_0_14_2020 integer,
  age_15_64_2020 integer,
  age_65_2020 integer,
  higher_education_share numeric,
  sege_2017_score numeric,
  sege_2017_tier smallint,
  sege_2017_estimated boolean not null,
  unique (province_code, district_code)
);

create table reference.holidays (
  holiday_date date primary key,
  name_tr text not null,
  is_half_day boolean not null
);
