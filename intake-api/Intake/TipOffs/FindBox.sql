-- Not locked: a lock is written and its commit waited for, and whoever has no key could tell by the clock that there is a tip-off.
select application_id, bureau_code, box_key_hash, handed_over_to
from intake.applications
where province_code = @province and tracking_number = @number and kind_code = 'tip_off';
