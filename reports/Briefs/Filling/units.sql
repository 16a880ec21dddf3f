-- Units of a place by workload; how many there are beside those listed.
select
  unit.name as Name,
  units.routed::bigint as Routed,
  units.due::bigint as Due,
  units.overdue::bigint as Overdue,
  units.reopened::bigint as Reopened,
  count(*) over () as Units
from pub_units as units
join dim_unit as unit using (unit_code)
where units.province_code = $plate and units.period_code = $period
  and ($district = 0 or unit.district_code = $district)
  and units.unit_code <> '-' and coalesce(units.routed, 1) > 0
order by units.routed desc nulls last, unit.name, units.unit_code
limit $limit
