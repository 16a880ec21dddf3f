update intake.staff
set role_code = @role, unit_code = @unit
where staff_id = @id and province_code = @province and district_code is not distinct from @district and staff_id <> @self;
