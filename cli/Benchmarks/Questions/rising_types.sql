-- A province's topics that grew most since the month before.
select
  type_code,
  count(*) filter (where received_at >= @month) as received,
  count(*) filter (where received_at < @month) as previous_received
from intake.applications
where province_code = @province and received_at >= @month - interval '1 month' and received_at < @month + interval '1 month'
group by type_code
having count(*) filter (where received_at < @month) >= 20 and count(*) filter (where received_at >= @month) > count(*) filter (where received_at < @month)
order by count(*) filter (where received_at >= @month) - count(*) filter (where received_at < @month) desc, type_code
limit 5
