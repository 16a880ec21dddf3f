-- Sealed since the last load, or at any time before the first: their rows go from raw and from the kept labels.
with sealed as materialized ( -- from the index of the sealed alone: by what changed, every changed row would be looked at
  select province_code, application_id, changed_xid
  from intake.applications
  where sealed
)

select province_code, application_id
from sealed
where changed_xid >= current_setting('ingest.since')::xid8
