insert into intake.text_prints (province_code, application_id, person_pseudonym, print, bands)
values (@province, @application, @person, @print, @bands)
on conflict (province_code, application_id) do nothing;
