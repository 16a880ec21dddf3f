-- A province's districts: the month and the same month a year ago.
select
  district_code,
  count(*) filter (where received_at >= @month) as received,
  count(*) filter (where received_at < @month) as year_ago_received
from intake.applications
where province_code = @province
  and (received_at >= @month and received_at < @month + interval '1 month'
    or received_at >= @month - interval '1 year' and received_at < @month - interval '11 months')
group by district_code
order by district_code
