insert into intake.openings (province_code, application_id, actor_role_code, actor_pseudonym, reason)
values (@province, @application, @role, @actor, @reason);
