select bureau_code, name, province_code, district_code, opened_on, closed_on
from intake.bureaus
where changed_xid >= current_setting('ingest.since')::xid8
