select response from intake.idempotency_keys where idempotency_key = @key;
