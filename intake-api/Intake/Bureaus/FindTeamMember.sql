select 1
from intake.bureau_team t
join intake.staff m using (staff_id)
where t.bureau_code = @bureau and t.province_code = @province and t.staff_id = @staff
  and t.from_on <= @today and (t.until_on is null or t.until_on > @today) and m.disabled_at is null;
