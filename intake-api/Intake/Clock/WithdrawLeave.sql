with withdrawn as (
  delete from intake.administrative_leave where leave_id = @id
)
update intake.calendar_version set version = version + 1;
