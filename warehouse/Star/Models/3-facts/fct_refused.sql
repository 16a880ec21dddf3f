-- Grain: a day, channel, province, field and reason for which submissions were refused at the door (art. 10-e)
-- Key: province_code, refused_on, channel_code, field, reason_code
-- No row of what was refused exists anywhere: this count is all. '-' where no channel, 0 where no province was given.
select
  province_code,
  refused_on,
  if(channel_code = '', '-', channel_code) as channel_code,
  field,
  reason_code,
  refused
from raw.raw_refusals
where refused_on <= getvariable('as_of')
order by refused_on, province_code, channel_code, field, reason_code
