-- Grain: a step from one stage to the next at a place, of the stages reached in the last 182 days; '-' is who is there still
-- Key: level, code, from_code, to_code
-- total: all that reached from_code. median_days: working days of the step.
with reached as (
  select
    s.province_code,
    a.district_code,
    s.event_code::varchar as from_code,
    coalesce((lead(s.event_code) over life)::varchar, '-') as to_code,
    until.working_day_ordinal - since.working_day_ordinal as days
  from fct_stages as s
  join fct_applications as a using (province_code, application_id)
  join dim_date as since on since.date_key = s.on_date
  left join dim_date as until on until.date_key = s.next_on
  where s.on_date > getvariable('as_of') - 182 and s.event_code <> 'rated'
  window life as (partition by s.province_code, s.application_id order by s.event_no)
),

counted as (
  select
    case when grouping(province_code) = 1 then 'country' when grouping(district_code) = 1 then 'province' else 'district' end as level,
    scope_of(province_code, district_code) as code,
    from_code,
    to_code,
    count(*)::integer as n,
    quantile_disc(days, 0.5)::integer as median_days
  from reached
  group by grouping sets ((from_code, to_code), (from_code, to_code, province_code), (from_code, to_code, province_code, district_code))
)

select level, code, from_code, to_code, n, (sum(n) over (partition by level, code, from_code))::integer as total, if(to_code = '-', null, median_days) as median_days
from counted
order by level, code, from_code, to_code
