-- Grain: what a bureau was called and since when it was open, from one change to the next (type 2)
-- Key: bureau_code, version_no
-- Facts hold bureau_code, which never changes; the version of a day is the one with valid_from <= day < valid_to.
with changes as (
  select subject_code as bureau_code, local_day("at") as on_date, log_no, after, before,
    row_number() over (partition by subject_code order by log_no) as change_no
  from raw.raw_place_changes
  where subject = 'bureaus' and after is not null and local_day("at") <= getvariable('as_of')
),

versions as (
  select bureau_code, date '1900-01-01' as valid_from, 0 as log_no, before as row_json from changes where change_no = 1 and before is not null
  union all
  select bureau_code, if(change_no = 1 and before is null, date '1900-01-01', on_date), log_no, after
  from changes
  qualify row_number() over (partition by bureau_code, on_date order by log_no desc) = 1
),

read_out as (
  select
    bureau_code, valid_from, log_no, row_json ->> 'name' as name, (row_json ->> 'province_code')::smallint as province_code,
    coalesce(try_cast(row_json ->> 'district_code' as integer), 0) as district_code,
    try_cast(row_json ->> 'opened_on' as date) as opened_on, try_cast(row_json ->> 'closed_on' as date) as closed_on
  from versions
),

unlogged as (
  select bureau_code, date '1900-01-01', 0, name, province_code, district_code, opened_on, closed_on
  from dim_bureau
  anti join changes using (bureau_code)
),

all_versions as (
  from read_out union all from unlogged
)

select
  bureau_code,
  (row_number() over life)::integer as version_no,
  valid_from,
  coalesce(lead(valid_from) over life, date '9999-12-31') as valid_to,
  lead(valid_from) over life is null as is_current,
  name, province_code, district_code, opened_on, closed_on
from all_versions
window life as (partition by bureau_code order by valid_from, log_no)
order by bureau_code, version_no
