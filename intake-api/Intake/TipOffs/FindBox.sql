-- Locked: two messages at once would take one number.
select application_id, bureau_code, box_key_hash, handed_over_to
from intake.applications
where province_code = @province and tracking_number = @number and kind_code = 'tip_off'
for update;
