with added as (
  insert into intake.administrative_leave (leave_on, province_code, reason_tr, added_by)
  values (@date, @province, @reason, @by)
  on conflict (leave_on, province_code) do nothing
  returning leave_id
),
next as (
  update intake.calendar_version set version = version + 1
  where exists (select from added)
)
select leave_id from added;
