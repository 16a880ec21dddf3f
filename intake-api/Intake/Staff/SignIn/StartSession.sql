with over as (
  delete from intake.staff_sessions where staff_id = @staff and started_at < now() - interval '12 hours'
),
started as (
  insert into intake.staff_sessions (session_hash, staff_id) values (@hash, @staff)
)
select staff_id, role_code, province_code, district_code, unit_code, pseudonym
from intake.staff
where staff_id = @staff;
