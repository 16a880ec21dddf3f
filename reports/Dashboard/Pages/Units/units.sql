-- The units of a place: what was routed to them in a period, and their queues and waiting times of the last night.
select
  u.unit_code::varchar as Code, d.name as Name,
  u.routed::bigint as Routed, u.due::bigint as Due, u.overdue::bigint as Overdue, u.answered::bigint as Answered, u.reopened::bigint as Reopened,
  c.state::varchar as State, c.open_now::bigint as OpenNow, c.utilisation::double as Utilisation, c.weeks_of_work::bigint as WeeksOfWork,
  f.low::double as Low, f.high::double as High,
  s.median_days::bigint as MedianDays, s.share_within_7::double as Within7
from pub_units as u
join dim_unit as d using (unit_code)
left join pub_capacity as c on c.level = 'unit' and c.code = u.unit_code::varchar
left join pub_backlog_forecast as f on f.level = 'unit' and f.code = u.unit_code::varchar and f.weeks_ahead = 13
left join pub_stage_times as s on s.level = 'unit' and s.code = u.unit_code::varchar and s.stage = 'answering'
where u.province_code = $plate and u.period_code = $period and u.unit_code <> '-' and coalesce(u.routed, 1) > 0
  and ($district = 0 or d.district_code = $district)
order by u.routed desc nulls last, d.name, u.unit_code
