insert into intake.bureaus (bureau_code, name, province_code, district_code, opened_on, closed_on)
values (@code, @name, @province, @district, @openedOn, @closedOn)
on conflict (bureau_code) do update
set name = excluded.name, opened_on = excluded.opened_on, closed_on = excluded.closed_on;
