-- Grain: a scope, a period, a way to group people or applications, and a value that occurs; of the weeks the last 53 only
-- Key: scope_code, period_code, dimension, value_code
-- A person may have several circumstances, so those do not add up to the scope's total; all other dimensions do ('-' not told).
with applications as (
  select
    a.province_code, a.district_code, a.kind_code, a.channel_code, a.demographic_key,
    unnest([d.week_code, d.month_code, d.quarter_code, d.year_code]) as period_code
  from fct_applications as a
  join dim_date as d on d.date_key = a.received_on
),

counts as (
  select *, count(*) as received from applications group by all
),

told as (
  select c.*, g.*
  from counts as c
  join dim_demographic as g using (demographic_key)
  semi join (
    select period_code from dim_period where period_kind <> 'week' or start_on > getvariable('as_of') - 378
  ) using (period_code)
),

long as (
  select province_code, district_code, period_code, 'kind' as dimension, kind_code as value_code, received from told
  union all
  select province_code, district_code, period_code, 'channel', channel_code, received from told
  union all
  select province_code, district_code, period_code, 'gender', gender_code, received from told
  union all
  select province_code, district_code, period_code, 'age_band', age_band_code, received from told
  union all
  select province_code, district_code, period_code, 'education', education_code, received from told
  union all
  select province_code, district_code, period_code, 'employment', employment_code, received from told
  union all
  select province_code, district_code, period_code, 'circumstance', unnest(string_split(circumstances, '|')), received
  from told
  where circumstances <> ''
),

cells as (
  select scope_of(province_code, district_code) as scope_code, period_code, dimension, value_code, sum(received)::bigint as received
  from long
  group by grouping sets (
    (period_code, dimension, value_code), (period_code, dimension, value_code, province_code),
    (period_code, dimension, value_code, province_code, district_code))
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
  c.scope_code, c.period_code, c.dimension, c.value_code, c.received,
  case c.dimension || ':' || c.value_code when 'gender:female' then g.female when 'gender:male' then g.male end as population
from cells as c
join genders as g using (scope_code)
order by c.scope_code, c.period_code, c.dimension, c.value_code
