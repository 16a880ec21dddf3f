-- The ledger: one row a load and table. xmin_to of the newest load is the next one's watermark.
create table if not exists raw_loads (
  load_id bigint not null,
  as_of date not null,
  loaded_at timestamptz not null,
  xmin_from ubigint not null,
  xmin_to ubigint not null,
  table_name varchar not null,
  rows_out bigint not null,
  rows_in bigint not null
);
