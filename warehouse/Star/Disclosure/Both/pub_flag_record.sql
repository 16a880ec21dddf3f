-- Flags are counted here, not applications: nothing to hide.
select scope_code, detector, judged, confirmed, explained, dismissed, measured, round(hit_rate, 2) as hit_rate, round(low, 2) as low, round(high, 2) as high
from warehouse.flag_record
order by scope_code, detector
