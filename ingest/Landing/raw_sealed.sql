-- Counted anew each night: all that leaves the intake database of what is sealed.
select province_code, date_trunc('month', received_at at time zone 'Europe/Istanbul')::date as month, count(*) as applications
from intake.applications
where sealed
group by province_code, month
