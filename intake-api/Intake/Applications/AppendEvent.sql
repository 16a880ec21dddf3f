with application as (
  update intake.applications
  set status = @status, unit_code = @unit, due_on = @dueOn,
    special = special or @importance is not null, importance = coalesce(@importance, importance),
    sealed = coalesce(@seals, sealed), confidential = coalesce(@seals, confidential),
    scrubbed_text = case @seals when true then null when false then @scrubbedText else scrubbed_text end,
    handed_over_to = coalesce(@handedOverTo, handed_over_to)
  where province_code = @province and application_id = @application
  returning notify
),
unprinted as (
  delete from intake.text_prints
  where province_code = @province and application_id = @application and @seals
),
filed as (
  update intake.open311_requests
  set last_step_at = greatest(last_step_at, @at)
  where province_code = @province and application_id = @application
),
event as (
  insert into intake.application_events (
    province_code, application_id, event_no, event_code, at, unit_code, rule_code, actor_role_code, actor_pseudonym,
    outcome_code, score, reason_code, reason, answer, manager_informed, due_on)
  select @province, @application, max(event_no) + 1, @event, @at, @unit, @ruleCode, @role, @actor,
    @outcome, @score, @reasonCode, @reason, @answer, @managerInformed, @unitDueOn
  from intake.application_events
  where province_code = @province and application_id = @application
  returning event_no
)
insert into intake.messages (
  province_code, application_id, event_no, template_code, template_version, created_at, not_before, next_try_at, state_at)
select @province, @application, event_no, @template, @templateVersion, @messageAt, @notBefore, @notBefore, @messageAt
from event, application
where notify and @template is not null;
