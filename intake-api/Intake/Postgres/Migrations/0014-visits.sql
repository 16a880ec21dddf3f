-- Escort for those who need it (art. 6-e, 8-a, 10-g) and field visits the executive orders (art. 5-k, 8-b): asked for, planned,
-- done or cancelled.
create table intake.visits (
  province_code smallint not null references reference.provinces,
  visit_id uuid not null default gen_random_uuid(),
  kind_code text collate "C" not null check (kind_code in ('escort', 'field_visit')),
  origin_code text collate "C" not null check (origin_code in ('circumstances', 'executive')), -- why it was asked for
  application_id bigint,                              -- null: of no application
  district_code integer references reference.districts,
  status text collate "C" not null default 'asked' check (status in ('asked', 'planned', 'done', 'cancelled')),
  staff_id uuid references intake.staff,
  starts_at timestamptz,
  planned_minutes smallint check (planned_minutes between 5 and 600),
  result_code text collate "C" check (result_code in ('helped', 'informed', 'not_found', 'refused')),
  spent_minutes smallint check (spent_minutes between 0 and 1440),
  note text,                                          -- never leaves the intake
  asked_at timestamptz not null,
  ended_at timestamptz,                               -- done or cancelled
  actor_pseudonym bytea not null,                     -- who asked
  primary key (province_code, visit_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade,
  check ((status in ('planned', 'done')) <= (staff_id is not null and starts_at is not null and planned_minutes is not null)),
  check ((status = 'done') = (result_code is not null and spent_minutes is not null)),
  check ((status in ('done', 'cancelled')) = (ended_at is not null))
);
create index on intake.visits (province_code, staff_id, starts_at);

call intake.keep_to_place('visits');
create policy ingest_reads_all on intake.visits for select to acikkapi_ingest using (true);
grant select (province_code, visit_id, kind_code, origin_code, application_id, district_code, status, starts_at, planned_minutes,
              result_code, spent_minutes, asked_at, ended_at)
  on intake.visits to acikkapi_ingest;
grant select, insert on intake.visits to acikkapi_app;
grant update (status, staff_id, starts_at, planned_minutes, result_code, spent_minutes, note, ended_at) on intake.visits to acikkapi_app;
