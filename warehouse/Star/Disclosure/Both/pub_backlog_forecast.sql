-- Of queues that had 20 cases in a year, to the nearest 5.
select f.level, f.province_code, f.code, f.weeks_ahead, round(f.low / 5) * 5 as low, round(f.median / 5) * 5 as median, round(f.high / 5) * 5 as high
from warehouse.mart_backlog_forecast as f
join warehouse.mart_capacity as c using (level, province_code, code)
where c.cases >= 20
order by f.level, f.province_code, f.code, f.weeks_ahead
