-- All of them each night: what was decided, not what was written about it.
select verdict_no, flag_id, province_code, verdict_code, reason_code, measure_code, measured_on, role_code, given_at
from intake.verdicts
