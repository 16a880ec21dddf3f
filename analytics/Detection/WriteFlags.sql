create or replace table flags (
  flag_id varchar, as_of date, detector varchar, direction varchar, level varchar, place_code varchar, district_code varchar,
  unit_code varchar, type_code varchar, group_code varchar, window_start date, window_end date, observed bigint,
  expected double, ratio double, low double, high double, p_value double, q_value double, sentence varchar, scope_code varchar,
  counted varchar
);
create or replace table flag_drivers (flag_id varchar, dimension varchar, code varchar, name varchar, share double)
