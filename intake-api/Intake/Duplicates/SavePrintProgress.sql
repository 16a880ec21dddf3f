insert into intake.print_progress (province_code, printed_below)
values (@province, @until::xid8)
on conflict (province_code) do update set printed_below = excluded.printed_below;
