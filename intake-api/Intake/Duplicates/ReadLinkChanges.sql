select c.at, c.action, f.tracking_number as follower, l.tracking_number as leader, c.actor_role_code
from intake.link_changes c
join intake.applications f on f.province_code = c.province_code and f.application_id = c.application_id
join intake.applications l on l.province_code = c.province_code and l.application_id = c.leader_id
where c.province_code = @province and (c.application_id = @application or c.leader_id = @application)
  and (@seesSealed or not (f.sealed or l.sealed)) and (@ownDistrict is null or (f.district_code = @ownDistrict and l.district_code = @ownDistrict))
order by c.change_no;
