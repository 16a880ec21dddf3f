-- A unit's inbox: what lies there now. Written when something is routed, not when it is submitted.
create index applications_at_unit on intake.applications (province_code, unit_code) where status in ('routed', 'rerouted');

-- What bureaus, units and staff are measured by (art. 4-2-d): set by the ministry as a whole, every earlier set kept.
create sequence intake.criteria_set_no as integer;
create table intake.performance_criteria (
  set_no integer not null,
  criterion_code text collate "C" not null check (criterion_code in ('on_time', 'median_days', 'reopened', 'satisfaction', 'overdue_open', 'rerouted')),
  weight numeric(5, 2) not null check (weight between 0 and 100),
  note_tr text,
  set_at timestamptz not null default now(),
  set_by bytea,                                       -- an officer's pseudonym; null: the first set, of the software
  primary key (set_no, criterion_code)
);
insert into intake.performance_criteria (set_no, criterion_code, weight, note_tr)
select nextval, code, weight, 'Başlangıç ölçütleri'
from nextval('intake.criteria_set_no'), (values ('on_time', 30), ('median_days', 20), ('reopened', 20), ('satisfaction', 15), ('overdue_open', 10), ('rerouted', 5)) as first (code, weight);

grant usage on sequence intake.criteria_set_no to acikkapi_app;
grant select, insert on intake.performance_criteria to acikkapi_app;
grant select (set_no, criterion_code, weight, set_at) on intake.performance_criteria to acikkapi_ingest;
