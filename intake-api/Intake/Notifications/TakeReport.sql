update intake.messages
set gateway_status = @report, state = @state, state_at = case when state = @state then state_at else now() end,
  next_try_at = case when @state = 'temporary_failure' and state <> @state then now() + @retryAfter else next_try_at end
where province_code = @place and message_id = @id;
