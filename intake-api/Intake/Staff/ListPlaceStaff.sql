select s.staff_id, i.sign_in_name, i.full_name, s.role_code, s.unit_code, u.name as unit_name,
  i.password_hash is not null or i.external_subject is not null as is_enrolled, i.totp_secret is not null as has_second_factor,
  s.disabled_at is not null as is_closed, t.duty, coalesce(t.is_coordinator, false) as is_coordinator
from intake.staff s
left join intake.staff_sign_in i using (staff_id)
left join intake.units u on u.unit_code = s.unit_code
left join lateral (
  select duty, is_coordinator
  from intake.bureau_team
  where staff_id = s.staff_id and province_code = @province and from_on <= @today and (until_on is null or until_on > @today)
  limit 1
) t on true
where s.province_code = @province and s.district_code is not distinct from @district
order by s.disabled_at is not null, i.full_name, s.created_at, s.staff_id;
