-- The log of units and bureaus: what they were called, where they were, when they opened and closed.
select log_no, at, subject, subject_code, before::text, after::text
from intake.settings_log
where subject in ('units', 'bureaus')
