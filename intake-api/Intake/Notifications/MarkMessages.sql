update intake.messages m
set state = s.state, gateway_status = s.status, tries = m.tries + 1, next_try_at = now() + @retryAfter, state_at = now()
from unnest(@provinces, @ids, @states, @statuses) as s (province_code, message_id, state, status)
where (m.province_code, m.message_id) = (s.province_code, s.message_id);
