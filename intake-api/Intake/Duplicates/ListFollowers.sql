select a.tracking_number
from intake.links l
join intake.applications a using (province_code, application_id)
where l.province_code = @province and l.leader_id = @leader
order by a.tracking_number;
