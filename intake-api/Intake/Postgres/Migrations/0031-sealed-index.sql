-- The few sealed ones, answered from the index alone: which were sealed since the last night, how many by month, and what is
-- taken off the totals that the ingest compares.
create index applications_sealed on intake.applications (province_code, application_id) include (received_at, changed_xid) where sealed;
