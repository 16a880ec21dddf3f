select exists (
  select from intake.visits
  where province_code = @province and staff_id = @officer and visit_id <> @id and status = 'planned'
    and (starts_at, make_interval(mins => planned_minutes)) overlaps (@start, make_interval(mins => @minutes)));
