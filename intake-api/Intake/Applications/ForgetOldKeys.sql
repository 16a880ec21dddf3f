delete from intake.idempotency_keys where created_at < now() - interval '30 days';
