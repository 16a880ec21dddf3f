-- Grain: a scope, a period, a way to group people or applications, and a value that occurs; of the weeks the last 53 only
-- Key: scope_code, period_code, dimension, value_code
-- A person may have several circumstances, so those do not add up to the scope's total; all other dimensions do ('-' not told).
with applications as (
  select
    a.province_code, a.district_code, a.received_on,
    a.kind_code, a.channel_code, g.gender_code, g.age_band_code, g.education_code, g.employment_code, g.circumstances
  from fct_applications as a
  join dim_demographic as g using (demographic_key)
),

-- One pass by months, one by the weeks told of; quarters and years are added up from months.
counted as (
  select
    false as by_week, date_trunc('month', received_on)::date as date_key, province_code, district_code,
    kind_code, channel_code, gender_code, age_band_code, education_code, employment_code, circumstances, count(*) as received
  from applications
  group by province_code, district_code, date_key,
    grouping sets (kind_code, channel_code, gender_code, age_band_code, education_code, employment_code, circumstances)
  union all
  select
    true, date_trunc('week', received_on)::date as date_key, province_code, district_code,
    kind_code, channel_code, gender_code, age_band_code, education_code, employment_code, circumstances, count(*)
  from applications
  where date_trunc('week', received_on) > getvariable('as_of') - 378
  group by province_code, district_code, date_key,
    grouping sets (kind_code, channel_code, gender_code, age_band_code, education_code, employment_code, circumstances)
),

long as (
  select
    by_week, date_key, province_code, district_code, received,
    case
      when kind_code is not null then 'kind' when channel_code is not null then 'channel' when gender_code is not null then 'gender'
      when age_band_code is not null then 'age_band' when education_code is not null then 'education'
      when employment_code is not null then 'employment' else 'circumstance'
    end as dimension,
    unnest(string_split(coalesce(kind_code, channel_code, gender_code, age_band_code, education_code, employment_code, circumstances), '|')) as value_code
  from counted
),

districts as (
  select l.province_code, l.district_code, d.period_no, l.dimension, l.value_code, sum(l.received)::bigint as received
  from long as l
  join dim_period_day as d on d.date_key = l.date_key and (d.period_kind = 'week') = l.by_week
  where l.value_code <> ''
  group by all
),

provinces as (
  select province_code, null::integer as district_code, period_no, dimension, value_code, sum(received)::bigint as received
  from districts
  group by all
),

cells as (
  from districts
  union all
  from provinces
  union all
  select null, null, period_no, dimension, value_code, sum(received)::bigint
  from provinces
  group by all
),

genders as (
  select
    scope_of(province_code, district_code) as scope_code,
    sum(female_2021)::bigint as female,
    sum(male_2021)::bigint as male
  from dim_district
  where district_code <> 0
  group by grouping sets ((), (province_code), (province_code, district_code))
)

select
  g.scope_code, p.period_code, c.dimension, c.value_code, c.received,
  case c.dimension || ':' || c.value_code when 'gender:female' then g.female when 'gender:male' then g.male end as population
from cells as c
join dim_period as p using (period_no)
join genders as g on g.scope_code = scope_of(c.province_code, c.district_code)
order by g.scope_code, c.period_no, c.dimension, c.value_code
