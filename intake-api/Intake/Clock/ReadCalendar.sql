select v.version, l.leave_on, l.province_code, l.reason_tr, l.added_at
from intake.calendar_version v
left join intake.administrative_leave l on true
order by l.leave_on, l.province_code;
