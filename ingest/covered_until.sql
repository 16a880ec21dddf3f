-- One number: the transaction up to which the ledger covers a table without a gap. A load that read from the beginning
-- starts the ledger anew.
with loads as (
  select load_id, xmin_from, xmin_to
  from raw_loads
  where table_name = $table
  qualify load_id >= max(load_id) filter (xmin_from = 0) over ()
),

covered as (
  select *, coalesce(max(xmin_to) over (order by xmin_from, xmin_to rows between unbounded preceding and 1 preceding), 0) as before
  from loads
)

select coalesce(min(before) filter (xmin_from > before), max(xmin_to), 0)::bigint
from covered
