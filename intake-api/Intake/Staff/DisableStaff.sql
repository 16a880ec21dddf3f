update intake.staff set disabled_at = coalesce(disabled_at, now()) where staff_id = @id;
