update intake.staff
set disabled_at = coalesce(disabled_at, now())
where staff_id = @id and province_code = @province and district_code is not distinct from @district and staff_id <> @self;
