select t.bureau_code, t.staff_id, t.duty, t.is_coordinator, t.from_on, t.weight, t.kind_codes, t.heading_codes
from intake.bureau_team t
join intake.staff s using (staff_id)
where t.province_code = @province and t.from_on <= @today and (t.until_on is null or t.until_on > @today) and s.disabled_at is null
order by t.bureau_code, t.from_on, t.staff_id;
