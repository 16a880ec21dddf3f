insert into intake.access_log (province_code, entry_no, application_id, at, what, actor_role_code, actor_pseudonym, reason, mac)
values (@province, @no, @application, @at, @what, @role, @actor, @reason, @mac);
