-- Every fifth wrong try in a row closes the account for a quarter of an hour.
update intake.staff_sign_in
set failures = case when @right then 0 else failures + 1 end,
  locked_until = case when @right then null when (failures + 1) % 5 = 0 then now() + interval '15 minutes' else locked_until end,
  totp_step = coalesce(@step, totp_step)
where staff_id = @staff;
