-- A province's units by what lies with them: those that will not catch up first.
select
  unit.name as Name,
  capacity.state as State,
  capacity.open_now::bigint as OpenNow,
  capacity.utilisation::double as Utilisation,
  capacity.weeks_of_work::bigint as WeeksOfWork,
  forecast.low::double as Low,
  forecast.high::double as High
from pub_capacity as capacity
join dim_unit as unit on unit.unit_code = capacity.code
left join pub_backlog_forecast as forecast
  on forecast.level = capacity.level and forecast.province_code = capacity.province_code and forecast.code = capacity.code and forecast.weeks_ahead = 13
where capacity.level = 'unit' and capacity.province_code = $plate and capacity.state <> 'nothing_came'
  and (capacity.open_now is distinct from 0 or capacity.state = 'will_not_recover')
order by capacity.state = 'will_not_recover' desc, capacity.open_now desc nulls last, unit.name
limit 12
