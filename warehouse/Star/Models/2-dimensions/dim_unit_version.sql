-- Grain: what a unit was called and where it stood, from one change to the next (type 2); '-' has one version
-- Key: unit_code, version_no
-- Facts hold unit_code, which never changes; the version of a day is the one with valid_from <= day < valid_to.
with changes as (
  select subject_code as unit_code, local_day("at") as on_date, log_no, after, before,
    row_number() over (partition by subject_code order by log_no) as change_no
  from raw.raw_place_changes
  where subject = 'units' and after is not null and local_day("at") <= getvariable('as_of')
),

versions as (
  -- Before its first change it was as that change found it; a unit that was made here has no such time.
  select unit_code, date '1900-01-01' as valid_from, 0 as log_no, before as row_json from changes where change_no = 1 and before is not null
  union all
  -- Several changes of one day leave one version, the last.
  select unit_code, if(change_no = 1 and before is null, date '1900-01-01', on_date), log_no, after
  from changes
  qualify row_number() over (partition by unit_code, on_date order by log_no desc) = 1
),

read_out as (
  select
    unit_code, valid_from, log_no, row_json ->> 'name' as name, row_json ->> 'institution' as institution, row_json ->> 'unit_kind_code' as unit_kind_code,
    coalesce(try_cast(row_json ->> 'district_code' as integer), 0) as district_code,
    try_cast(row_json ->> 'opened_on' as date) as opened_on, try_cast(row_json ->> 'closed_on' as date) as closed_on
  from versions
),

unlogged as (
  select unit_code, date '1900-01-01', 0, name, institution, unit_kind_code, district_code, null::date, null::date
  from dim_unit
  anti join changes using (unit_code)
),

all_versions as (
  from read_out union all from unlogged
)

select
  unit_code,
  (row_number() over life)::integer as version_no,
  valid_from,
  coalesce(lead(valid_from) over life, date '9999-12-31') as valid_to,
  lead(valid_from) over life is null as is_current,
  name, institution, unit_kind_code, district_code, opened_on, closed_on
from all_versions
window life as (partition by unit_code order by valid_from, log_no)
order by unit_code, version_no
