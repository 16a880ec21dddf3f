with asked as (
  insert into intake.visits (province_code, kind_code, origin_code, application_id, district_code, note, asked_at, actor_pseudonym)
  values (@province, @kind, @origin, @application, @district, @note, @at, @actor)
  returning visit_id
)
insert into intake.visit_changes (province_code, visit_id, status, actor_role_code, actor_pseudonym)
select @province, visit_id, 'asked', @role, @actor
from asked
returning visit_id;
