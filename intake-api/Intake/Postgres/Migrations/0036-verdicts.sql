-- What officers decide of what a night flagged, and what was done about it (rule 10). A later decision stands beside the
-- earlier one, never in its place. The country's flags (province 0) are the ministry's, whose staff have no place.
create table reference.flag_verdicts (
  verdict_code text collate "C" primary key,
  name_tr text not null
);

create table reference.flag_reasons (
  reason_code text collate "C" primary key,
  name_tr text not null
);

create table reference.flag_measures (
  measure_code text collate "C" primary key,
  name_tr text not null
);
grant select on reference.flag_verdicts, reference.flag_reasons, reference.flag_measures to acikkapi_app, acikkapi_ingest;

create table intake.verdicts (
  verdict_no bigint generated always as identity primary key,
  flag_id text collate "C" not null,                  -- of intake.found_flags, which a later migration makes; AddVerdict.sql takes it from there
  province_code smallint not null,
  verdict_code text collate "C" not null references reference.flag_verdicts,
  reason_code text collate "C" references reference.flag_reasons,
  measure_code text collate "C" references reference.flag_measures,
  measured_on date,
  note_tr text,                                       -- stays here: what is typed may name persons
  role_code text collate "C" not null,
  given_by bytea not null,
  given_at timestamptz not null default now(),
  check (verdict_code = 'confirmed' or reason_code is not null),
  check ((measure_code is null) = (measured_on is null))
);
create index on intake.verdicts (flag_id, verdict_no);

alter table intake.verdicts enable row level security;
alter table intake.verdicts force row level security;
create policy place on intake.verdicts for select to acikkapi_app using (province_code in (0, intake.current_place()));
create policy decide on intake.verdicts for insert to acikkapi_app with check (province_code = coalesce(intake.current_place(), 0));
create policy night on intake.verdicts for select to acikkapi_ingest using (true);

grant select, insert on intake.verdicts to acikkapi_app;
grant select (verdict_no, flag_id, province_code, verdict_code, reason_code, measure_code, measured_on, role_code, given_at) on intake.verdicts to acikkapi_ingest;
