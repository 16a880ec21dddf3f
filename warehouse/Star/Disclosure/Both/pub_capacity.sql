-- Of units and bureaus that had 20 cases in a year; cases to the nearest 5, shares to 1 %, days to whole days.
select
  c.level, c.province_code, c.code, c.state,
  rounded(round(c.capacity)::bigint) as capacity,
  rounded(round(c.arrivals)::bigint) as arrivals,
  rounded(round(c.closures)::bigint) as closures,
  rounded(c.open_now) as open_now,
  round(c.utilisation, 2) as utilisation,
  round(c.weeks_of_work)::integer as weeks_of_work,
  round(c.days_per_case)::integer as days_per_case
from warehouse.mart_capacity as c
where c.cases >= 20
order by c.level, c.province_code, c.code
