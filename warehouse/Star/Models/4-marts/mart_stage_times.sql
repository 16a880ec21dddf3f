-- Grain: a stage of the life of an application, at a place or unit, over what entered it in the last 182 days
-- Key: level, code, stage
-- share_within_7 with Greenwood's variance and a log–log interval is of whatever left at all.
with summed as (
  select
    level, code, stage,
    sum(n)::integer as cases,
    (sum(n) - sum(left_by))::integer as still_in,
    min(days) filter (ended_by >= 0.5) as median_days,
    min(days) filter (ended_by >= 0.9) as p90_days,
    coalesce(arg_max(survival, days) filter (days <= 7), 1) as stays,
    coalesce(arg_max(greenwood, days) filter (days <= 7), 0) as variance
  from mart_stage_curve
  group by all
)

select
  level, code, stage, cases, still_in,
  median_days::integer as median_days,
  p90_days::integer as p90_days,
  1 - stays as share_within_7,
  if(stays > 0 and stays < 1, 1 - stays ** exp(-1.96 * sqrt(variance) / abs(ln(stays))), null) as low,
  if(stays > 0 and stays < 1, 1 - stays ** exp(1.96 * sqrt(variance) / abs(ln(stays))), null) as high
from summed
order by level, code, stage
