with application as (
  update intake.applications
  set status = @status, unit_code = @unit, due_on = @dueOn
  where province_code = @province and application_id = @application
)
insert into intake.application_events (
  province_code, application_id, event_no, event_code, at, unit_code, actor_role_code, actor_pseudonym,
  outcome_code, score, reason, due_on)
select @province, @application, max(event_no) + 1, @event, @at, @unit, @role, @actor, @outcome, @score, @reason, @unitDueOn
from intake.application_events
where province_code = @province and application_id = @application;
