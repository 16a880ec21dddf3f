-- An application and all that follow it, in the order of their numbers, as whoever links them locks them: nobody waits in a circle.
with together as (
  select application_id
  from intake.applications
  where province_code = @province and tracking_number = @number
  union
  select l.application_id
  from intake.links l
  join intake.applications leader on leader.province_code = l.province_code and leader.application_id = l.leader_id
  where l.province_code = @province and leader.tracking_number = @number
)
select a.tracking_number
from intake.applications a
join together using (application_id)
where a.province_code = @province
order by a.tracking_number
for update of a;
