select province_code, refused_on, channel_code, field, reason_code, refused
from intake.refusals
where changed_xid >= current_setting('ingest.since')::xid8
