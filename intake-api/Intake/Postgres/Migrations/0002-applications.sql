-- An application, its applicant and its events. province_code leads every key: the same schema spreads
-- over Citus by province. changed_xid is the ingest watermark: a transaction that commits late keeps its
-- old id, so reading "at or after the oldest transaction then running" can skip nothing.
-- Codes of the reference lists have no foreign keys here: each would lock, for every application, a row that all others
-- lock too, and cost a third of the throughput (ADR 15). The door checks them, and every night the star's checks do.
create schema intake;

create sequence intake.application_id as bigint;

create table intake.units (
  unit_code text collate "C" primary key,
  name text not null,
  institution text not null,
  unit_kind_code text collate "C" not null references reference.unit_kinds,
  province_code smallint not null references reference.provinces,
  district_code integer references reference.districts,
  changed_xid xid8 not null default pg_current_xact_id()
);

create table intake.bureaus (
  bureau_code text collate "C" primary key,           -- '76' at the governorship, '76-1692' at a kaymakamlık
  name text not null,
  province_code smallint not null references reference.provinces,
  district_code integer references reference.districts,
  opened_on date not null,
  closed_on date,
  changed_xid xid8 not null default pg_current_xact_id()
);

create table intake.staff (
  staff_id uuid primary key default gen_random_uuid(),
  role_code text collate "C" not null references reference.staff_roles,
  province_code smallint references reference.provinces,
  district_code integer references reference.districts,
  unit_code text collate "C" references intake.units,
  token_hash bytea not null unique,                   -- SHA-256 of a 256-bit random token, which is shown once
  pseudonym bytea not null,                           -- keyed; the only name an officer has outside this database
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table intake.applications (
  province_code smallint not null,
  application_id bigint not null default nextval('intake.application_id'),
  tracking_number text collate "C" not null check (tracking_number ~ '^[0-9]{18}$'),
  external_id text collate "C",                       -- of imported rows
  origin text collate "C" not null check (origin in ('posted', 'imported', 'simulated')),
  kind_code text collate "C" not null,
  channel_code text collate "C" not null,
  type_code text collate "C",
  district_code integer,
  neighbourhood text,
  bureau_code text collate "C" not null,
  gender_code text collate "C",
  age_band_code text collate "C",
  education_code text collate "C",
  employment_code text collate "C",
  circumstances text[] not null default '{}',
  person_pseudonym bytea,                             -- HMAC of the national id; null where nobody is named
  hide_identity boolean not null,
  confidential boolean not null,
  special boolean not null default false,
  state_of_emergency boolean not null,
  sealed boolean not null,                            -- nobody outside the executive line sees text, person or subject
  notify boolean not null,
  subject text,
  body text,
  scrubbed_text text,                                 -- what ingest may read; null for tip-offs and sealed ones
  received_at timestamptz not null,                   -- of a tip-off without applicant: the day's first instant
  due_on date not null,                               -- the applicant's clock (art. 10-b)
  status text collate "C" not null,
  unit_code text collate "C" references intake.units, -- where it lies now
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (province_code, application_id),
  unique (province_code, tracking_number),
  check (scrubbed_text is null or (kind_code <> 'tip_off' and not sealed))
);
create unique index on intake.applications (province_code, external_id) where external_id is not null;
create index on intake.applications (changed_xid);

create table intake.applicants (
  province_code smallint not null,
  application_id bigint not null,
  national_id text collate "C" not null,
  first_name text not null,
  last_name text not null,
  phone text collate "C" not null,
  birth_year smallint,
  primary key (province_code, application_id),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);

create table intake.application_events (
  province_code smallint not null,
  application_id bigint not null,
  event_no smallint not null,                         -- 1, 2, 3 … within the application
  event_code text collate "C" not null,
  at timestamptz not null,
  unit_code text collate "C" references intake.units,
  actor_role_code text collate "C",
  actor_pseudonym bytea,
  outcome_code text collate "C",
  score smallint check (score between 1 and 5),
  reason text,
  due_on date,                                        -- the unit's clock, set at each routing (art. 5-o)
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (province_code, application_id, event_no),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);
create index on intake.application_events (changed_xid);

-- Same key, same answer, for 30 days. Unique on the key alone: a key reused for another province is another body.
create table intake.idempotency_keys (
  idempotency_key uuid primary key,
  body_hash bytea not null,
  response text not null,                             -- the first answer, letter for letter
  created_at timestamptz not null default now()
);
create index on intake.idempotency_keys (created_at);

-- What was refused at the door: no row of the application, only a daily count (art. 10-e).
create table intake.refusals (
  province_code smallint not null,                    -- 0 where none was given
  refused_on date not null,
  channel_code text collate "C" not null,             -- '' where none of the list was given
  field text collate "C" not null,
  reason_code text collate "C" not null,
  refused integer not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (province_code, refused_on, channel_code, field, reason_code)
);

create function intake.stamp_change() returns trigger language plpgsql as $$
begin
  new.changed_xid := pg_current_xact_id();
  return new;
end $$;
create trigger stamp before update on intake.units for each row execute function intake.stamp_change();
create trigger stamp before update on intake.bureaus for each row execute function intake.stamp_change();
create trigger stamp before update on intake.applications for each row execute function intake.stamp_change();
create trigger stamp before update on intake.refusals for each row execute function intake.stamp_change();
