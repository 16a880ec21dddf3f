-- A province's months.
select date_trunc('month', received_at at time zone 'Europe/Istanbul') as start_on, count(*) as received
from intake.applications
where province_code = @province
group by start_on
order by start_on desc
limit 36
