update intake.messages m
set state = 'created', tries = 0, next_try_at = now(), state_at = now()
from intake.applications a
where (a.province_code, a.application_id) = (m.province_code, m.application_id)
  and m.province_code = @province and m.message_id = @id and m.state = 'technical_failure'
  and (@district is null or a.district_code = @district) and (@seesSealed or not a.sealed);
