-- What a night found and officers need here: indicators that are in no published file, and the flags that verdicts refer to.
-- The ingest writes them and reads nothing more than before; the intake reads its own place's.
create table intake.officer_indicators (
  province_code smallint not null,
  pseudonym bytea not null,
  role_code text collate "C" not null,
  as_of date not null,
  days smallint not null,                             -- of which, up to as_of
  cases int not null check (cases >= 30),             -- applications on which the officer took a step (rule 9: from 30 on)
  answers int not null,
  late_answers int not null,
  expected_late_answers real not null,                -- had each heading been answered as late as in the whole country
  reopened_answers int not null,
  expected_reopened_answers real not null,
  primary key (pseudonym, role_code)
);

create table intake.found_flags (
  flag_id text collate "C" primary key,
  province_code smallint not null,                    -- 0: the whole country
  scope_code text collate "C" not null,
  direction text collate "C" not null,
  detector text collate "C" not null,
  sentence text not null,
  first_seen date not null,
  last_seen date not null
);
create index on intake.found_flags (province_code, last_seen);

alter table intake.officer_indicators enable row level security;
alter table intake.officer_indicators force row level security;
alter table intake.found_flags enable row level security;
alter table intake.found_flags force row level security;
create policy place on intake.officer_indicators for select to acikkapi_app using (province_code = intake.current_place());
create policy place on intake.found_flags for select to acikkapi_app using (province_code in (0, intake.current_place()));
create policy night on intake.officer_indicators to acikkapi_ingest using (true) with check (true);
create policy night on intake.found_flags to acikkapi_ingest using (true) with check (true);

grant select on intake.officer_indicators, intake.found_flags to acikkapi_app;
grant select, insert, delete on intake.officer_indicators to acikkapi_ingest;
grant select, insert, update on intake.found_flags to acikkapi_ingest;
