insert into intake.visits (province_code, kind_code, origin_code, application_id, district_code, note, asked_at, actor_pseudonym)
values (@province, @kind, @origin, @application, @district, @note, @at, @actor)
returning visit_id;
