select leave_id, leave_on, province_code, reason_tr, added_at
from intake.administrative_leave
order by leave_on desc, province_code nulls first;
