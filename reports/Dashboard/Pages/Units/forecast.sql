-- A unit's queue over the next thirteen weeks: between low and high with a chance of 80 %.
select f.weeks_ahead::integer as WeeksAhead, f.low::double as Low, f.median::double as Median, f.high::double as High, c.open_now::bigint as OpenNow, c.capacity::bigint as Capacity, c.arrivals::bigint as Arrivals, c.utilisation::double as Utilisation, c.state::varchar as State
from pub_backlog_forecast as f
join pub_capacity as c using (level, province_code, code)
where f.level = 'unit' and f.code = $unit
order by f.weeks_ahead
