with moved as (
  select *
  from unnest(@applications, @events, @olds, @news) as m (application_id, event_no, old_on, new_on)
),
applicants_clock as (
  update intake.applications a
  set due_on = m.new_on
  from moved m
  where a.province_code = @province and a.application_id = m.application_id and m.event_no is null
),
units_clock as (
  update intake.application_events e
  set due_on = m.new_on
  from moved m
  where e.province_code = @province and e.application_id = m.application_id and e.event_no = m.event_no
)
insert into intake.deadline_changes (province_code, application_id, clock, old_on, new_on, leave_on, reason_tr)
select @province, application_id, case when event_no is null then 'applicant' else 'unit' end, old_on, new_on, @leaveOn, @reason
from moved;
