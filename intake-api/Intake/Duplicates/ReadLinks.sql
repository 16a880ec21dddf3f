-- The leader it follows, and whatever follows it.
select a.tracking_number, a.status, l.leader_id = @application as follows
from intake.links l
join intake.applications a on a.province_code = l.province_code
  and a.application_id = case when l.leader_id = @application then l.application_id else l.leader_id end
where l.province_code = @province and (l.application_id = @application or l.leader_id = @application)
  and (@seesSealed or not a.sealed) and (@ownDistrict is null or a.district_code = @ownDistrict)
order by a.tracking_number;
