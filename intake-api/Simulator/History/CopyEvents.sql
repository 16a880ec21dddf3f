copy intake.application_events (
  province_code, application_id, event_no, event_code, at, unit_code, actor_role_code, actor_pseudonym, outcome_code, score, reason, due_on
) from stdin (format binary)
