-- Written at most once a minute: a session's every request would otherwise write.
with seen as (
  update intake.staff_sessions
  set seen_at = now()
  where session_hash = @hash and seen_at between now() - interval '30 minutes' and now() - interval '1 minute'
)
select s.staff_id, s.role_code, s.province_code, s.district_code, s.unit_code, s.pseudonym
from intake.staff_sessions o
join intake.staff s using (staff_id)
where o.session_hash = @hash and s.disabled_at is null
  and o.seen_at > now() - interval '30 minutes' and o.started_at > now() - interval '12 hours';
