-- Keys of tip-offs are those of a day's first instant (Applications/WriteApplication.cs).
with moved as (
  delete from intake.idempotency_keys
  where created_at = any(@days)
  returning idempotency_key, body_hash, response, created_at
)
insert into intake.idempotency_keys (idempotency_key, body_hash, response, created_at)
select idempotency_key, body_hash, response, created_at
from moved
order by random();
