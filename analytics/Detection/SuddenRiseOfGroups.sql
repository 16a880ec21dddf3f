-- Grain: one row per unit or group and ISO week with at least one application, up to the last week ended on the as-of date.
-- Units with a hundred and more in the year before the last eight weeks: smaller ones are the province's.
with weekly as (
  select
    date_trunc('week', a.received_on)::date as week_start, a.province_code, a.unit_code, a.channel_code, d.gender_code, d.age_band_code,
    d.education_code, d.employment_code, d.circumstances, count(*) as applications
  from fct_applications as a
  join dim_demographic as d using (demographic_key)
  where a.received_on < date_trunc('week', $as_of::date + 1)
  group by all
),

busy as (
  select unit_code
  from weekly
  where unit_code <> '-' and week_start between date_trunc('week', $as_of::date + 1) - interval 420 day and date_trunc('week', $as_of::date + 1) - interval 63 day
  group by unit_code
  having sum(applications) >= 100
),

answers as (
  select
    week_start, province_code, applications,
    unnest(list_concat([
      'channel:' || channel_code::varchar, 'gender:' || gender_code::varchar, 'age:' || age_band_code::varchar, 'education:' || education_code::varchar,
      'employment:' || employment_code::varchar
    ], list_transform(string_split(if(circumstances = '', '-', circumstances::varchar), '|'), c -> 'circumstance:' || c))) as group_code
  from weekly
),

named as (
  select 'unit' as family, province_code, unit_code::varchar as unit_code, null::varchar as group_code, week_start, sum(applications)::integer as applications
  from weekly
  semi join busy using (unit_code)
  group by all
  union all
  select 'group', province_code, null, group_code, week_start, sum(applications)::integer
  from answers
  where not ends_with(group_code, ':-')
  group by grouping sets ((group_code, week_start), (province_code, group_code, week_start))
)

select family, province_code, null::integer as district_code, null::varchar as type_code, week_start, applications, unit_code, group_code
from named
order by family, province_code, unit_code, group_code, week_start
