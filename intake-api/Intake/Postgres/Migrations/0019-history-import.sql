-- History from elsewhere (ingest/Import): what was read last of each row, so that the same file changes nothing and another
-- content is a correction; and the log of both.
create table intake.imports (
  import_id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  units integer not null,
  applications integer not null,                      -- new
  corrections integer not null,
  events integer not null,
  rejected integer not null
);

create table intake.imported_rows (
  province_code smallint not null,
  application_id bigint not null,
  content_hash bytea not null,                        -- SHA-256 of the row and its events
  primary key (province_code, application_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);

create table intake.import_corrections (
  province_code smallint not null,
  application_id bigint not null,
  import_id bigint not null references intake.imports,
  hash_before bytea not null,
  hash_after bytea not null,
  primary key (province_code, application_id, import_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);

call intake.keep_to_place('imported_rows');
call intake.keep_to_place('import_corrections');
