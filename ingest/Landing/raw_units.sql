select unit_code, name, institution, unit_kind_code, province_code, district_code
from intake.units
where changed_xid >= current_setting('ingest.since')::xid8
