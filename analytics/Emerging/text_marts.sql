-- Of the country, from texts: tables that every night has, if empty.
-- Grain: a topic that people newly write about (persons, subjects: four weeks' texts without a type; expected: subjects)
create table if not exists mart_emerging (
  topic_no integer, words varchar, persons integer, subjects integer, expected double, days integer, q_value double
);
-- Grain: a text sent by many in the last four weeks
create table if not exists mart_petitions (words varchar, persons integer, texts integer, first_on date, last_on date);
-- Grain: the model in service; critical: what psi exceeds by chance once in twenty; blind_texts: typed by people who saw no suggestion
create table if not exists mart_drift (
  model_version varchar, psi double, critical double, has_drifted boolean, recent integer, before integer, blind_texts integer, blind_error double
);
