select leave_id, leave_on, province_code, reason_tr
from intake.administrative_leave
where leave_id = @id;
