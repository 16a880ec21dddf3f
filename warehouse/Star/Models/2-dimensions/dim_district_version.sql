-- Grain: what a district was called and to which province it belonged, from one change to the next (type 2)
-- Key: district_code, version_no
-- Facts hold district_code, which never changes; the version of a day is the one with valid_from <= day < valid_to. A district
-- that was opened has no version before; one that was closed ends with its last.
with changes as (
  select *, lag(changed_on) over (partition by district_code order by changed_on) as changed_before
  from reference.district_changes
  where changed_on <= getvariable('as_of')
),

versions as (
  -- Before a change it was as that change found it.
  select
    c.district_code,
    coalesce(c.changed_before, date '1900-01-01') as valid_from,
    c.changed_on as valid_to,
    coalesce(c.former_name, d.name) as name,
    coalesce(try_cast(c.former_province_code as smallint), d.province_code) as province_code
  from changes as c
  join dim_district as d using (district_code)
  where c.change <> 'opened'
  union all
  select
    d.district_code, coalesce(max(c.changed_on) filter (c.change <> 'closed'), date '1900-01-01'), date '9999-12-31', d.name, d.province_code
  from dim_district as d
  left join changes as c using (district_code)
  anti join (from reference.district_changes where change = 'opened' and changed_on > getvariable('as_of')) using (district_code)
  group by d.district_code, d.name, d.province_code
  having count(*) filter (c.change = 'closed') = 0
)

select
  district_code,
  (row_number() over (partition by district_code order by valid_from))::integer as version_no,
  valid_from, valid_to, valid_to = date '9999-12-31' as is_current, name, province_code
from versions
order by district_code, version_no
