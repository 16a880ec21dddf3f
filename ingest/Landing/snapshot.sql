-- The oldest transaction still running, and which database this is: transaction ids mean nothing in another one, nor after
-- a standby took over or a backup was restored (another timeline).
select
  pg_snapshot_xmin(pg_current_snapshot())::text,
  concat_ws('/', (select system_identifier from pg_control_system()), (select timeline_id from pg_control_checkpoint()),
    (select oid from pg_database where datname = current_database()))
