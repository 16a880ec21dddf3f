create table flags (
  flag_id varchar, as_of date, detector varchar, direction varchar, level varchar, place_code varchar, district_code varchar,
  unit_code varchar, type_code varchar, group_code varchar, window_start date, window_end date, observed double,
  expected double, ratio double, low double, high double, p_value double, q_value double, sentence varchar, scope_code varchar, counted varchar
);
create table flag_ledger (
  flag_id varchar, known_as varchar[], flag_key varchar, episode_no integer, state varchar, first_seen date, last_seen date, ended_on date, nights integer,
  since date, last_flag_id varchar, detector varchar, direction varchar, level varchar, place_code varchar, district_code varchar,
  unit_code varchar, type_code varchar, group_code varchar, scope_code varchar, window_start date, window_end date, observed double,
  expected double, ratio double, low double, high double, q_value double, sentence varchar
);
create table flag_outcomes (
  flag_id varchar, detector varchar, level varchar, province_code smallint, verdict_code varchar, reason_code varchar, measure_code varchar,
  measured_on date, given_on date, measure varchar, less_is_better boolean, weeks_before integer, weeks_after integer, events_before double,
  events_after double, rate_before double, rate_after double, ratio double, low double, high double, relative double, error double, result varchar
);
create table flag_record (
  scope_code varchar, detector varchar, judged integer, confirmed integer, explained integer, dismissed integer, measured integer,
  hit_rate double, low double, high double
);
create table flag_measures (
  measure_code varchar, matters integer, better integer, unclear integer, worse integer, ratio double, low double, high double
);
create table mart_backlog_forecast (level varchar, province_code smallint, code varchar, weeks_ahead integer, low double, median double, high double);
create table mart_emerging (topic_no integer, words varchar, persons integer, subjects integer, expected double, days integer, q_value double);
create table mart_petitions (words varchar, persons integer, texts integer, first_on date, last_on date);
create table mart_drift (
  model_version varchar, psi double, critical double, has_drifted boolean, recent integer, before integer, blind_texts integer, blind_error double
);
