-- What the file says of itself.
select data_date as DataDate, snapshot_id::varchar as SnapshotId, rule_tr as Rule, has_simulated as HasSimulated from pub_meta
