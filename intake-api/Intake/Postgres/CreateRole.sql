-- Role names and passwords cannot be parameters of create role: the do block takes them from settings
-- of this transaction and quotes them itself.
select set_config('acikkapi.role', @role, true), set_config('acikkapi.password', @password, true);

do $$
declare
  wanted text := current_setting('acikkapi.role');
begin
  if not exists (select from pg_roles where rolname = wanted) then
    execute format('create role %I', wanted);
  end if;
  execute format('alter role %I login nosuperuser nobypassrls nocreatedb nocreaterole password %L',
                 wanted, current_setting('acikkapi.password'));
  -- Every other role finds its rows by key. On a new database, whose tables look empty, PostgreSQL would keep a
  -- sequential plan while they grow: 580 submissions a second instead of 3,200.
  if wanted <> 'acikkapi_ingest' then
    execute format('alter role %I set enable_seqscan = off', wanted);
    -- Where a table has no key to go by (one row, say), that setting counts as a cost so high that a server with JIT on
    -- would compile each statement anew, for a second of processor time.
    execute format('alter role %I set jit = off', wanted);
  end if;
end $$;
