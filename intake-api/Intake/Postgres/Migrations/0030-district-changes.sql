-- When districts were opened, closed, renamed or moved to another province (Domain/Reference/district_changes.csv).
create table reference.district_changes (
  change_code text collate "C" primary key,
  district_code integer not null references reference.districts,
  changed_on date not null,
  change text not null check (change in ('opened', 'closed', 'renamed', 'moved')),
  former_name text,
  former_province_code smallint,
  source text not null
);
grant select on reference.district_changes to acikkapi_app, acikkapi_ingest;
