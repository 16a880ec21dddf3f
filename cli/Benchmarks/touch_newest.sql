-- A day's work, many times over: the newest hundredth of the applications and the last entry of each of their logs change. What
-- changes in a night is new; a hundredth of everything ever received, one by one, is not what a night brings.
update intake.applications
set notify = notify
where application_id > (select max(application_id) from intake.applications) / 100 * 99;

update intake.application_events as e
set due_on = e.due_on
from (
  select province_code, application_id, max(event_no) as event_no
  from intake.application_events
  where application_id > (select max(application_id) from intake.applications) / 100 * 99
  group by province_code, application_id
) as last
where e.province_code = last.province_code and e.application_id = last.application_id and e.event_no = last.event_no;
