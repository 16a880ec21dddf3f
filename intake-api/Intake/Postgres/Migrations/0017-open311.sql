-- Open311 GeoReport v2 (Open311/): programs that file for citizens have a key; what they file is an application like any other,
-- with the place as it was given, the number the public may know (the tracking number is the citizen's alone), and the
-- month and district by which the public list is counted.
create table intake.open311_keys (
  key_id uuid primary key default gen_random_uuid(),
  name text not null,
  channel_code text collate "C" not null references reference.channels,
  province_code smallint references reference.provinces, -- null: the whole country
  per_minute integer not null check (per_minute > 0),
  key_hash bytea not null unique,                     -- SHA-256 of a 256-bit random key, which is shown once
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table intake.open311_requests (
  province_code smallint not null,
  application_id bigint not null,
  service_request_id text collate "C" not null,
  key_id uuid not null references intake.open311_keys,
  month date not null,                                -- the local month's first day
  district_code integer not null,
  latitude double precision,                          -- as given; null where a district was
  longitude double precision,
  street text,                                        -- as given: address_string
  media_url text,
  account_id text,
  primary key (province_code, application_id),
  unique (province_code, service_request_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);
create index on intake.open311_requests (province_code, month);

-- What a program sends after the request, on the citizen's behalf.
create table intake.open311_comments (
  province_code smallint not null,
  application_id bigint not null,
  comment_no smallint not null,                       -- 1, 2, 3 … within the application
  update_id text collate "C" not null,                -- the program's own, else ours: sent twice, it is written once
  at timestamptz not null,
  body text not null,
  primary key (province_code, application_id, comment_no),
  unique (province_code, application_id, update_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);

call intake.keep_to_place('open311_requests');
call intake.keep_to_place('open311_comments');
grant select on intake.open311_keys to acikkapi_app;
grant select, insert on intake.open311_requests, intake.open311_comments to acikkapi_app;
