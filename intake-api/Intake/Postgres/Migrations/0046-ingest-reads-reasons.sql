-- A rejection for missing information tells of a form or a desk; one because a court has the matter does not (art. 10-e). The reason is a
-- code of a list; what an officer wrote stays here.
grant select (reason_code) on intake.application_events to acikkapi_ingest;
