-- How long answers take, of a unit, its province and the country: of what came in half a year, in working days (Kaplan–Meier).
select
  s.level as Level, s.cases::bigint as Cases, s.median_days::bigint as MedianDays, s.p90_days::bigint as P90Days,
  s.share_within_7::double as Within7, s.low::double as Low, s.high::double as High
from pub_stage_times as s
where s.stage = 'answering' and s.code in ($unit, 'il:' || $plate, 'TR')
order by case s.level when 'unit' then 0 when 'province' then 1 else 2 end
