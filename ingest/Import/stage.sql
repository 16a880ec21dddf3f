create temp table import_units (
  unit_code text collate "C", name text, institution text, unit_kind_code text collate "C", province_code smallint, district_code integer
) on commit drop;
create temp table import_applications (
  line integer, external_id text collate "C", kind_code text collate "C", channel_code text collate "C", type_code text collate "C",
  province_code smallint, district_code integer, unit_code text collate "C",
  received_at timestamptz, routed_at timestamptz, answered_at timestamptz, closed_at timestamptz, outcome_code text collate "C",
  gender_code text collate "C", age_band_code text collate "C", education_code text collate "C", employment_code text collate "C",
  circumstances text[], satisfaction smallint, body text, scrubbed_text text, tracking_number text collate "C"
) on commit drop;
create temp table import_events (
  line integer, external_id text collate "C", at timestamptz, event_code text collate "C", unit_code text collate "C"
) on commit drop;
create temp table import_deadlines (province_code smallint, day date, due_on date, primary key (province_code, day)) on commit drop;
create temp table import_rejected (line integer) on commit drop; -- of applications
create temp table import_log (
  external_id text collate "C", line integer, file text, event_no integer, event_code text collate "C", at timestamptz, unit_code text collate "C",
  outcome_code text collate "C", score smallint, due_on date
) on commit drop;
create temp table import_hash (line integer primary key, application_id bigint, province_code smallint, is_known boolean, content_hash bytea, hash_before bytea) on commit drop;
