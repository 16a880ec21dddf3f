-- What the file says of itself, and whether the period is the last of its kind to have ended or is still running.
select
  meta.data_date as DataDate,
  meta.snapshot_id::varchar as SnapshotId,
  meta.rule_tr as Rule,
  meta.has_simulated as HasSimulated,
  not exists (
    from dim_period as later, dim_period as own
    where own.period_code = $period and later.period_kind = own.period_kind
      and later.start_on > own.start_on and later.end_on <= meta.data_date
  ) as IsLatest
from pub_meta as meta
