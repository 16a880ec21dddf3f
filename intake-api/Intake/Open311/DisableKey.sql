update intake.open311_keys set disabled_at = coalesce(disabled_at, now()) where key_id = @id;
