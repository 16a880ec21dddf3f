select
  level, code, stage,
  rounded(cases) as cases,
  median_days, p90_days,
  round(share_within_7, 2) as share_within_7,
  round(low, 2) as low,
  round(high, 2) as high
from warehouse.mart_stage_times
where cases >= 20 and (getvariable('of_districts') or level <> 'district')
order by level, code, stage
