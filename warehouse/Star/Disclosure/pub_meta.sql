-- is_audited_with_earlier: releases of before have no such column, and are no part of the system that is looked at.
-- The snapshot's id is the day and the sum of what the facts hold, whatever the order of their rows.
with fact_rows as (
  select hash(a) as row_hash from warehouse.fct_applications as a
  union all
  select hash(s) from warehouse.fct_stages as s
)

select
  getvariable('as_of')::date as data_date,
  strftime(getvariable('as_of')::date, '%Y%m%d') || '-' || md5((select sum(row_hash::hugeint) from fact_rows)::varchar)[:12] as snapshot_id,
  now() as built_at,
  getvariable('rule_tr')::varchar as rule_tr,
  true as is_audited_with_earlier,
  exists (from warehouse.fct_applications where origin = 'simulated') as has_simulated
