-- In the key's order, so that two refusals at once never wait for each other.
insert into intake.refusals as counted (province_code, refused_on, channel_code, field, reason_code, refused)
select @province, @day, @channel, field, reason_code, 1
from unnest(@fields, @reasons) as given (field, reason_code)
order by field collate "C", reason_code collate "C"
on conflict (province_code, refused_on, channel_code, field, reason_code) do update set refused = counted.refused + 1;
