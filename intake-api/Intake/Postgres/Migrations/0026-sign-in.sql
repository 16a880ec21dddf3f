-- How a person proves who they are. intake.staff says what an account may do; a program's account has a token, a person's a
-- row here. Names of staff stand in this table only.
alter table intake.staff alter column token_hash drop not null;

create table intake.staff_sign_in (
  staff_id uuid primary key references intake.staff on delete cascade,
  sign_in_name text collate "C" not null unique check (sign_in_name ~ '^[a-z0-9][a-z0-9._-]{2,59}$'),
  full_name text not null,
  password_hash text,                                 -- null until enrolled
  totp_secret bytea,                                  -- protected by the keys folder's key ring
  totp_step bigint,                                   -- of the last code that was taken: none counts twice
  enrolment_hash bytea,                               -- SHA-256 of the code that lets them choose a password, once
  enrolment_until timestamptz,
  failures smallint not null default 0,               -- wrong tries since the last right one
  locked_until timestamptz,
  external_subject text collate "C" unique            -- of the OpenID Connect provider
);

create table intake.staff_sessions (
  session_hash bytea primary key,                     -- SHA-256 of the random number in the cookie
  staff_id uuid not null references intake.staff on delete cascade,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
create index on intake.staff_sessions (staff_id);

-- Everybody's account is looked up before anything is known of a place; changed are only those of the transaction's own.
alter table intake.staff enable row level security; -- not forced: the owner's commands make accounts of any place
create policy look_up on intake.staff for select to acikkapi_app using (true);
create policy own_place_adds on intake.staff for insert to acikkapi_app with check (province_code = intake.current_place());
create policy own_place_changes on intake.staff for update to acikkapi_app
  using (province_code = intake.current_place()) with check (province_code = intake.current_place());
create policy ingest_reads_all on intake.staff for select to acikkapi_ingest using (true);

grant insert (staff_id, role_code, province_code, district_code, unit_code, pseudonym), update (role_code, unit_code, disabled_at) on intake.staff to acikkapi_app;
grant select, insert, update on intake.staff_sign_in to acikkapi_app;
grant select, insert, update, delete on intake.staff_sessions to acikkapi_app;

-- Who was named, and who lost what, is logged like every other setting of the place; without secrets and names.
create function intake.log_staff() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  kept text[] := array['staff_id', 'role_code', 'province_code', 'district_code', 'unit_code', 'disabled_at'];
  earlier jsonb := case when tg_op <> 'INSERT' then (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(old)) where key = any(kept)) end;
  later jsonb := case when tg_op <> 'DELETE' then (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(new)) where key = any(kept)) end;
begin
  if earlier is not distinct from later then return null; end if;
  insert into intake.settings_log (actor_role_code, actor_pseudonym, province_code, subject, subject_code, before, after)
  values (nullif(current_setting('app.actor_role', true), ''), decode(nullif(current_setting('app.actor', true), ''), 'hex'),
    coalesce((coalesce(later, earlier) ->> 'province_code')::smallint, 0), 'staff', coalesce(later, earlier) ->> 'staff_id', earlier, later);
  return null;
end $$;
create trigger log after insert or update or delete on intake.staff for each row execute function intake.log_staff();
