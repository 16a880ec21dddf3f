-- Grain: one row per series and ISO week with at least one application, up to the last week ended on the as-of date.
with weekly as (
  select
    date_trunc('week', received_on)::date as week_start,
    province_code,
    district_code,
    heading_code,
    type_code,
    count(*) as applications
  from fct_applications
  where received_on < date_trunc('week', $as_of::date + 1)
  group by all
),
summed as (
  select
    grouping(province_code) as no_province,
    grouping(district_code) as no_district,
    grouping(heading_code) as no_heading,
    grouping(type_code) as no_type,
    week_start,
    province_code,
    district_code,
    coalesce(type_code, heading_code) as series_type,
    type_code is not distinct from heading_code as is_heading,
    sum(applications)::integer as applications
  from weekly
  group by grouping sets (
    (week_start, heading_code),
    (week_start, heading_code, type_code),
    (week_start, province_code),
    (week_start, province_code, heading_code),
    (week_start, province_code, heading_code, type_code),
    (week_start, province_code, district_code)
  )
),
named as (
  select
    case
      when no_province = 1 then 'country_type'
      when no_district = 0 then 'district'
      when no_heading = 1 then 'province'
      when no_type = 1 then 'province_heading'
      else 'province_topic'
    end as family,
    province_code,
    district_code,
    series_type as type_code,
    week_start,
    applications
  from summed
  -- An application known by its heading only is counted there, not again as a topic; one of no type, or of an unknown
  -- district, belongs to no such series.
  where not (no_type = 0 and is_heading)
    and series_type is distinct from '-'
    and district_code is distinct from 0
)
select family, province_code, district_code, type_code, week_start, applications, null::varchar as unit_code, null::varchar as group_code
from named
order by family, province_code, district_code, type_code, week_start
