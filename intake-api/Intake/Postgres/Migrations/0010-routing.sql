-- Who is competent and who is there: rules, units and their liaison officers, bureaus and their teams, states of
-- emergency, and whose work an application is. Settings of a place, changed by its coordinator or executive; a trigger
-- logs each change, whoever makes it.

-- Of this table the server sees and writes the rows of the transaction's province only.
create procedure intake.keep_to_place(kept text) language plpgsql as $$
begin
  execute format('alter table intake.%I enable row level security', kept);
  execute format('alter table intake.%I force row level security', kept);
  execute format('create policy place on intake.%I to acikkapi_app using (province_code = intake.current_place()) with check (province_code = intake.current_place())', kept);
end $$;

create table intake.settings_log (
  log_no bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_role_code text collate "C",                   -- null: not by an officer but by the database's owner (migrate, import, demo)
  actor_pseudonym bytea,
  province_code smallint not null,
  subject text collate "C" not null,                  -- the table
  subject_code text collate "C" not null,             -- which of its rows
  before jsonb,
  after jsonb
);
create index on intake.settings_log (province_code, log_no);
alter table intake.settings_log enable row level security; -- not forced: the owner's trigger writes it
create policy place on intake.settings_log for select to acikkapi_app using (province_code = intake.current_place());

alter table intake.units
  add column opened_on date,                          -- null: it was always there
  add column closed_on date,                          -- the first day on which nothing is routed to it
  add column liaison_officers_required smallint not null default 1 check (liaison_officers_required >= 0); -- art. 5-m
create index on intake.units (province_code);

-- Which unit is competent: the country's rules (Domain/Reference/routing_rules.csv) and a province's own, in one order. The
-- lowest order is asked first; of equals the more specific. 1 to 9 are the directive's own and the country's alone.
create table reference.routing_rules (
  rule_code text collate "C" primary key,
  rule_order integer not null,
  type_code text collate "C" references reference.types, -- a heading or a topic; of every condition: null = any
  kind_code text collate "C" references reference.kinds,
  emergency text collate "C" check (emergency in ('declared', 'undeclared')),
  special boolean,
  confidential boolean,
  target_code text collate "C" not null check (target_code in ('unit', 'executive', 'desk')),
  unit_kind_code text collate "C" references reference.unit_kinds, -- what to look for, near the applicant first
  institution text,
  unit_name text,                                     -- words of its name
  note_tr text not null,
  valid_until date,                                   -- the first day on which it is no longer asked
  check ((target_code = 'unit') = (unit_kind_code is not null))
);

create sequence intake.rule_no as bigint;
create table intake.routing_rules (
  rule_code text collate "C" primary key,
  province_code smallint not null references reference.provinces,
  rule_order integer not null check (rule_order >= 10),
  type_code text collate "C" references reference.types,
  district_code integer references reference.districts,
  kind_code text collate "C" references reference.kinds,
  emergency text collate "C" check (emergency in ('declared', 'undeclared')),
  special boolean,
  confidential boolean,
  target_code text collate "C" not null check (target_code in ('unit', 'executive', 'desk')),
  unit_code text collate "C" references intake.units,  -- the unit itself, or what kind to look for
  unit_kind_code text collate "C" references reference.unit_kinds,
  institution text,
  unit_name text,
  note_tr text not null,
  valid_from date not null,
  valid_until date,
  check ((target_code = 'unit') = (num_nonnulls(unit_code, unit_kind_code) = 1))
);
create index on intake.routing_rules (province_code);

-- Why a unit was chosen: the rule, where one did.
alter table intake.application_events add column rule_code text collate "C";

create table intake.ohal_declarations (
  province_code smallint not null references reference.provinces,
  from_on date not null,
  until_on date,                                      -- its last day; null: still in force
  note_tr text not null,
  primary key (province_code, from_on),
  check (until_on >= from_on)
);

-- Duty, title and number, never a name (art. 5-n). One row a number: who held it before stands in the log.
create table intake.liaison_officers (
  province_code smallint not null,
  unit_code text collate "C" not null references intake.units,
  officer_no smallint not null check (officer_no > 0),
  duty text not null,
  title text not null,
  staff_id uuid references intake.staff,              -- null: no account
  from_on date not null,
  until_on date,                                      -- the first day without
  primary key (unit_code, officer_no)
);

-- A bureau's team (art. 6) and how its work is shared (art. 5-c).
create table intake.bureau_team (
  province_code smallint not null,
  bureau_code text collate "C" not null references intake.bureaus,
  staff_id uuid not null references intake.staff,
  duty text not null,
  is_coordinator boolean not null,
  from_on date not null,
  until_on date,                                      -- the first day without
  weight numeric(6, 2) not null default 1 check (weight >= 0), -- 0: takes no applications
  kind_codes text[] collate "C" not null default '{}', -- empty: all
  heading_codes text[] collate "C" not null default '{}',
  primary key (bureau_code, staff_id)
);

-- Append-only: the last row of an application says whose it is.
create table intake.assignments (
  province_code smallint not null,
  application_id bigint not null,
  assignment_no smallint not null,                    -- 1, 2, 3 … within the application
  staff_id uuid not null references intake.staff,
  is_automatic boolean not null,
  at timestamptz not null,
  actor_role_code text collate "C" not null,
  actor_pseudonym bytea not null,
  primary key (province_code, application_id, assignment_no),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);
call intake.keep_to_place('assignments');

call intake.keep_to_place('routing_rules');
call intake.keep_to_place('ohal_declarations');
call intake.keep_to_place('liaison_officers');
call intake.keep_to_place('bureau_team');

-- The owner's right, so that the server can neither write the log itself nor change anything past it.
create function intake.log_setting() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  earlier jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'changed_xid' end;
  later jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'changed_xid' end;
begin
  if earlier is not distinct from later then return null; end if;
  insert into intake.settings_log (actor_role_code, actor_pseudonym, province_code, subject, subject_code, before, after)
  select nullif(current_setting('app.actor_role', true), ''), decode(nullif(current_setting('app.actor', true), ''), 'hex'),
    (coalesce(later, earlier) ->> 'province_code')::smallint, tg_table_name,
    (select string_agg(coalesce(later, earlier) ->> key, ' ' order by place) from unnest(tg_argv) with ordinality keys (key, place)),
    earlier, later;
  return null;
end $$;
create trigger log after insert or update or delete on intake.units for each row execute function intake.log_setting('unit_code');
create trigger log after insert or update or delete on intake.bureaus for each row execute function intake.log_setting('bureau_code');
create trigger log after insert or update or delete on intake.routing_rules for each row execute function intake.log_setting('rule_code');
create trigger log after insert or update or delete on intake.ohal_declarations for each row execute function intake.log_setting('province_code', 'from_on');
create trigger log after insert or update or delete on intake.liaison_officers for each row execute function intake.log_setting('unit_code', 'officer_no');
create trigger log after insert or update or delete on intake.bureau_team for each row execute function intake.log_setting('bureau_code', 'staff_id');

grant select on reference.routing_rules to acikkapi_app, acikkapi_ingest;
grant usage on sequence intake.rule_no to acikkapi_app;
grant select on intake.settings_log, intake.routing_rules, intake.ohal_declarations, intake.liaison_officers, intake.bureau_team to acikkapi_app;
grant insert on intake.units, intake.bureaus, intake.routing_rules, intake.ohal_declarations, intake.liaison_officers, intake.bureau_team to acikkapi_app;
grant update (name, institution, unit_kind_code, district_code, opened_on, closed_on, liaison_officers_required, changed_xid) on intake.units to acikkapi_app;
grant update (name, opened_on, closed_on, changed_xid) on intake.bureaus to acikkapi_app;
grant update (valid_until) on intake.routing_rules to acikkapi_app;
grant update (until_on, note_tr) on intake.ohal_declarations to acikkapi_app;
grant update (duty, title, staff_id, from_on, until_on) on intake.liaison_officers to acikkapi_app;
grant update (duty, is_coordinator, from_on, until_on, weight, kind_codes, heading_codes) on intake.bureau_team to acikkapi_app;
grant select, insert on intake.assignments to acikkapi_app;
