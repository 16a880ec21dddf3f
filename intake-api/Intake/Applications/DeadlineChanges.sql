select clock, old_on, new_on, leave_on, reason_tr, changed_at
from intake.deadline_changes
where province_code = @province and application_id = @application
order by change_no;
