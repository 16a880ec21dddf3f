-- Grain: a place that decides on flags (TR, il:76) and a detector, or all of them (-)
-- Key: scope_code, detector
-- The real hit rate, confirmed of judged, with Wilson's 95 % interval (Wilson, J. Am. Stat. Assoc. 1927; 22: 209–212).
with counted as (
  select
    if(grouping(province_code) = 1, 'TR', 'il:' || province_code) as scope_code,
    if(grouping(detector) = 1, '-', detector) as detector,
    count(*) as judged,
    count(*) filter (verdict_code = 'confirmed') as confirmed,
    count(*) filter (verdict_code = 'explained') as explained,
    count(*) filter (verdict_code = 'dismissed') as dismissed,
    count(*) filter (measure_code is not null) as measured
  from judged_flags
  group by grouping sets ((), (detector), (province_code), (province_code, detector))
)

select
  scope_code,
  detector,
  judged::integer as judged,
  confirmed::integer as confirmed,
  explained::integer as explained,
  dismissed::integer as dismissed,
  measured::integer as measured,
  confirmed / judged as hit_rate,
  (confirmed + 1.96 ** 2 / 2 - 1.96 * sqrt(confirmed * (judged - confirmed) / judged + 1.96 ** 2 / 4)) / (judged + 1.96 ** 2) as low,
  (confirmed + 1.96 ** 2 / 2 + 1.96 * sqrt(confirmed * (judged - confirmed) / judged + 1.96 ** 2 / 4)) / (judged + 1.96 ** 2) as high
from counted
where judged > 0 and scope_code <> 'il:0'
order by scope_code, detector
