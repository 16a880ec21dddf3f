-- No chains: a leader follows nobody, and whoever is followed does not follow.
select 1
from intake.links
where province_code = @province and (application_id = @leader or leader_id = @follower)
limit 1;
