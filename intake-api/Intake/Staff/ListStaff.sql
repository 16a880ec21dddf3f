select s.staff_id, s.role_code, coalesce(concat_ws('-', s.province_code, s.district_code), '') as place, s.unit_code, s.created_at, s.disabled_at,
  i.sign_in_name, case when i.staff_id is null then 'token' when i.external_subject is not null then 'external'
    when i.password_hash is null then 'not enrolled' when i.totp_secret is not null then 'password and code' else 'password' end as signs_in_with
from intake.staff s
left join intake.staff_sign_in i using (staff_id)
order by s.created_at, s.staff_id;
