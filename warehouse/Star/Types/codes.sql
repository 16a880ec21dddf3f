-- Codes that stand in millions of rows, as enumerations: one to four bytes instead of sixteen and more, nothing to compare letter
-- by letter; the window over all stages takes an eighth of its time (docs/benchmarks.md). What no list knows is a value too, so
-- that a check can name it.
create type event_code as enum (select event_code from reference.events union select event_code from raw.raw_events order by 1);
create type unit_code as enum (select '-' union select unit_code from raw.raw_units union select unit_code from raw.raw_events where unit_code is not null order by 1);
create type officer_key as enum (select '-' union select officer_key from raw.raw_officers union select actor_key from raw.raw_events where actor_key is not null order by 1);
create type role_code as enum (select '-' union select role_code from raw.raw_officers union select actor_role_code from raw.raw_events where actor_role_code is not null order by 1);
create type outcome_code as enum (select outcome_code from reference.outcomes union select outcome_code from raw.raw_events where outcome_code is not null order by 1);
create type bureau_code as enum (select '-' union select bureau_code from raw.raw_bureaus union select bureau_code from raw.raw_applications order by 1);
create type kind_code as enum (select kind_code from reference.kinds union select kind_code from raw.raw_applications order by 1);
create type channel_code as enum (select channel_code from reference.channels union select channel_code from raw.raw_applications order by 1);
create type type_code as enum (
  select '-' union select type_code from reference.types
  union select type_code from raw.raw_applications where type_code is not null
  union select type_code from kept_labels where type_code is not null
  order by 1
);
create type gender_code as enum (select '-' union select gender_code from raw.raw_applications where gender_code is not null order by 1);
create type age_band_code as enum (select '-' union select age_band_code from raw.raw_applications where age_band_code is not null order by 1);
create type education_code as enum (select '-' union select education_code from raw.raw_applications where education_code is not null order by 1);
create type employment_code as enum (select '-' union select employment_code from raw.raw_applications where employment_code is not null order by 1);
create type circumstance_codes as enum (select '' union select circumstances from raw.raw_applications order by 1);
create type origin_code as enum (select origin from raw.raw_applications union select '-' order by 1);
create type type_source as enum ('given', 'label', 'none');
create type type_level as enum ('heading', 'topic');
