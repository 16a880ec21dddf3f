-- Grain: a stage at a place or unit and a number of working days after which something happened, over what entered it in the last 182 days
-- Key: level, code, stage, days
-- Working days until the stage ends as it should (routed, answered, closed), of those still waiting as long as they have waited:
-- Kaplan and Meier; what left another way (another unit, handed over) competes (Aalen and Johansen). survival, with Greenwood's
-- variance, is of whatever has not left at all.
with entered as (
  select
    s.province_code,
    a.district_code,
    s.unit_code::varchar as unit_code,
    case s.event_code when 'received' then 'routing' when 'answered' then 'closing' else 'answering' end as stage,
    coalesce(until.working_day_ordinal, today.working_day_ordinal) - since.working_day_ordinal as days,
    s.next_on is not null as has_left,
    if(s.event_code in ('routed', 'rerouted'), s.unit_answered_on is not null, s.next_on is not null) as ended
  from fct_stages as s
  join fct_applications as a using (province_code, application_id)
  join dim_date as since on since.date_key = s.on_date
  join dim_date as today on today.date_key = getvariable('as_of')
  left join dim_date as until on until.date_key = s.next_on
  where s.on_date > getvariable('as_of') - 182
    and (s.event_code in ('routed', 'rerouted', 'answered') or s.event_code = 'received' and (a.routed_on is not null or a.is_open))
),

counted as (
  select
    case when grouping(unit_code) = 0 then 'unit' when grouping(province_code) = 1 then 'country' when grouping(district_code) = 1 then 'province' else 'district' end as level,
    if(grouping(unit_code) = 0, unit_code, scope_of(province_code, district_code)) as code,
    stage,
    days,
    count(*) as n,
    count(*) filter (has_left) as left_by,
    count(*) filter (ended) as ended
  from entered
  group by grouping sets ((stage, days), (stage, days, province_code), (stage, days, province_code, district_code), (stage, days, unit_code))
  having grouping(unit_code) = 1 or stage = 'answering' and unit_code <> '-'
),

risk as (
  select *, sum(n) over (partition by level, code, stage order by days desc) as at_risk from counted
),

curve as (
  select
    *,
    case when left_by = at_risk then 0 else exp(sum(if(left_by < at_risk, ln(1 - left_by / at_risk), 0)) over so_far) end as survival,
    sum(if(left_by < at_risk, left_by / (at_risk * (at_risk - left_by)), 0)) over so_far as greenwood
  from risk
  window so_far as (partition by level, code, stage order by days)
),

incidence as (
  select *, sum(coalesce(before, 1) * ended / at_risk) over (partition by level, code, stage order by days) as ended_by
  from (select *, lag(survival) over (partition by level, code, stage order by days) as before from curve)
)

select level, code, stage, days::integer as days, n::integer as n, left_by::integer as left_by, survival, greenwood, ended_by
from incidence
order by level, code, stage, days
