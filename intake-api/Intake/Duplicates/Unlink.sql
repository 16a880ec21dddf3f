with unlinked as (
  delete from intake.links
  where province_code = @province and application_id = @follower
  returning leader_id
)
insert into intake.link_changes (province_code, application_id, leader_id, action, actor_role_code, actor_pseudonym)
select @province, @follower, leader_id, 'unlinked', @role, @actor
from unlinked;
