-- A province's weeks.
select date_trunc('week', received_at at time zone 'Europe/Istanbul') as week_start, count(*) as received
from intake.applications
where province_code = @province
group by week_start
order by week_start
