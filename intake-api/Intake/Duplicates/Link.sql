with linked as (
  insert into intake.links (province_code, application_id, leader_id, actor_role_code, actor_pseudonym)
  values (@province, @follower, @leader, @role, @actor)
  on conflict (province_code, application_id) do update
  set leader_id = excluded.leader_id, linked_at = excluded.linked_at, actor_role_code = excluded.actor_role_code, actor_pseudonym = excluded.actor_pseudonym
  where links.leader_id <> excluded.leader_id
  returning leader_id
)
insert into intake.link_changes (province_code, application_id, leader_id, action, actor_role_code, actor_pseudonym)
select @province, @follower, leader_id, 'linked', @role, @actor
from linked;
