-- Linked applications that wait for an answer; first those whose leader ended without them, then what is due first.
select f.tracking_number, f.status, f.due_on, l.tracking_number as leader, l.status as leader_status
from intake.links
join intake.applications f using (province_code, application_id)
join intake.applications l on l.province_code = links.province_code and l.application_id = links.leader_id
where links.province_code = @province and f.status = any(@pending)
  and (@seesSealed or not (f.sealed or l.sealed)) and (@ownDistrict is null or f.district_code = @ownDistrict)
order by l.status = any(@pending), f.due_on, f.tracking_number
limit 500;
