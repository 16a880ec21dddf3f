-- A province's topics of a month, beside its whole and the country's.
select
  type_code,
  count(*) filter (where province_code = @province) as received,
  sum(count(*) filter (where province_code = @province)) over () as scope_received,
  count(*) as country_received,
  sum(count(*)) over () as country_total
from intake.applications
where received_at >= @month and received_at < @month + interval '1 month'
group by type_code
order by received desc, type_code
limit 12
