-- A unit's ended months: what was routed, and of what was due the overdue.
select p.start_on as StartOn, u.routed::bigint as Routed, u.due::bigint as Due, u.overdue::bigint as Overdue
from dim_period as p
left join pub_units as u on u.period_code = p.period_code and u.unit_code = $unit
where p.period_kind = 'month' and p.is_complete
  and p.start_on >= (select min(b.start_on) from pub_units as v join dim_period as b using (period_code) where v.unit_code = $unit and b.period_kind = 'month')
order by p.start_on
