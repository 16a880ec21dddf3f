-- The ledger: one row a load and table. A table is covered up to where its rows follow each other without a gap; there the
-- next load begins.
create table if not exists raw_loads (
  load_id bigint not null,
  as_of date not null,
  loaded_at timestamptz not null,
  xmin_from ubigint not null,
  xmin_to ubigint not null,
  table_name varchar not null,
  rows_out bigint not null,
  rows_in bigint not null,
  source varchar                    -- which database and timeline the transaction ids are of
);
alter table raw_loads add column if not exists source varchar; -- files made before it was known
