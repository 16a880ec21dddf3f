-- The few sealed ones: taken off the totals that the ingest compares each night, and counted for their months.
create index applications_sealed on intake.applications (province_code, application_id) where sealed;
