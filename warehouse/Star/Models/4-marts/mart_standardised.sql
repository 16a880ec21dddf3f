-- Grain: a province, district, bureau or unit, and what it is measured by, over the last 91 days
-- Key: level, code, criterion_code
-- Expected: had each of its cases gone as in the whole country did cases of the same heading, channel, age and circumstance (indirect
-- standardisation). variance: of the observed, had each case its expected chance; of days, the days' own.
with cases as (
  select
    a.province_code, a.district_code, a.bureau_code, a.unit_code::varchar as unit_code,
    a.heading_code, a.channel_code, d.age_band_code, d.circumstances <> '' as has_circumstance,
    a.received_on, a.answered_on, a.closed_on, a.due_on, a.is_open, a.is_overdue, a.hops, a.reopened, a.satisfaction, a.working_days_to_answer
  from fct_applications as a
  join dim_demographic as d using (demographic_key)
  where coalesce(a.closed_on, getvariable('as_of')) > getvariable('as_of') - 91
),

events as (
  select 'on_time' as criterion_code, is_overdue::int::double as value, *
  from cases where due_on between getvariable('as_of') - 90 and getvariable('as_of')
  union all
  select 'median_days', working_days_to_answer, * from cases where answered_on > getvariable('as_of') - 91 and working_days_to_answer is not null
  union all
  select 'reopened', least(reopened, 1), * from cases where answered_on > getvariable('as_of') - 91
  union all
  select 'satisfaction', (satisfaction <= 2)::int, * from cases where satisfaction is not null and closed_on > getvariable('as_of') - 91
  union all
  select 'overdue_open', is_overdue::int, * from cases where is_open
  union all
  select 'rerouted', (hops > 0)::int, * from cases where received_on > getvariable('as_of') - 91 and unit_code <> '-'
),

-- Of a stratum of fewer than 30 the coarser one speaks: of a handful the place itself would be what it is compared with.
compared as (
  select
    *,
    case when count(*) over fine >= 30 then avg(value) over fine when count(*) over coarse >= 30 then avg(value) over coarse else avg(value) over heading end as expected,
    case
      when count(*) over fine >= 30 then var_pop(value) over fine when count(*) over coarse >= 30 then var_pop(value) over coarse else var_pop(value) over heading
    end as variance
  from events
  window
    fine as (partition by criterion_code, heading_code, channel_code, age_band_code, has_circumstance),
    coarse as (partition by criterion_code, heading_code, channel_code),
    heading as (partition by criterion_code, heading_code)
),

judged as (
  select
    case when grouping(unit_code) = 0 then 'unit' when grouping(bureau_code) = 0 then 'bureau' when grouping(district_code) = 1 then 'province' else 'district' end as level,
    case
      when grouping(unit_code) = 0 then unit_code when grouping(bureau_code) = 0 then bureau_code else scope_of(province_code, district_code)
    end as code,
    criterion_code,
    count(*) as cases,
    sum(value) as observed,
    sum(expected) as expected,
    sum(variance) as variance
  from compared
  group by grouping sets (
    (criterion_code, province_code), (criterion_code, province_code, district_code), (criterion_code, bureau_code), (criterion_code, unit_code))
)

select level, code::varchar as code, criterion_code, cases::integer as cases, observed, expected, variance
from judged
where code is not null and code <> '-' and (level <> 'district' or not ends_with(code, '-0'))
order by level, code, criterion_code
