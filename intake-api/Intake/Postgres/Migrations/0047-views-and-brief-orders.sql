-- What people of the workbench keep: views they come back to, and briefs of older or running periods that the night is to print.
-- Ministry staff have no place: 0.
create table intake.saved_views (
  view_no bigint generated always as identity primary key,
  province_code smallint not null,
  owner bytea not null,                               -- the officer's pseudonym
  name text not null,                                 -- stays here: what is typed may name persons
  page text collate "C" not null,                     -- below the workbench's root, with the filters
  saved_at timestamptz not null default now(),
  unique (owner, name)
);

create table intake.brief_orders (
  order_no bigint generated always as identity primary key,
  province_code smallint not null,                    -- whose order it is
  scope_code text collate "C" not null,               -- bakanlik, il:76, ilce:76-1692
  period_code text collate "C" not null,
  ordered_by bytea not null,
  role_code text collate "C" not null,
  ordered_at timestamptz not null default now(),
  done_on date,                                       -- the night's
  problem text                                        -- why that night could not print it
);
create index on intake.brief_orders (province_code, order_no);

alter table intake.saved_views enable row level security;
alter table intake.saved_views force row level security;
alter table intake.brief_orders enable row level security;
alter table intake.brief_orders force row level security;
create policy place on intake.saved_views to acikkapi_app
  using (province_code = coalesce(intake.current_place(), 0)) with check (province_code = coalesce(intake.current_place(), 0));
create policy place on intake.brief_orders to acikkapi_app
  using (province_code = coalesce(intake.current_place(), 0)) with check (province_code = coalesce(intake.current_place(), 0));
create policy night on intake.brief_orders to acikkapi_ingest using (true);

grant select, insert, update (page, saved_at), delete on intake.saved_views to acikkapi_app;
grant select, insert on intake.brief_orders to acikkapi_app;
grant select (order_no, scope_code, period_code, done_on), update (done_on, problem) on intake.brief_orders to acikkapi_ingest;
