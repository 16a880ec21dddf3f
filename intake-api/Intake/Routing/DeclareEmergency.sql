insert into intake.ohal_declarations (province_code, from_on, until_on, note_tr)
values (@province, @from, @until, @note)
on conflict (province_code, from_on) do update set until_on = excluded.until_on, note_tr = excluded.note_tr;
