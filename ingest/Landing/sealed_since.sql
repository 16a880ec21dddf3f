-- Sealed since the last load, or at any time before the first: their rows go from raw and from the kept labels.
select province_code, application_id
from intake.applications
where sealed and changed_xid >= current_setting('ingest.since')::xid8
