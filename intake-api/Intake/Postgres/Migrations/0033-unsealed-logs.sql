-- A night lands of a log only what changed in it. Nothing of a sealed application was landed: once it is
-- no longer sealed, its whole log counts as changed.
create function intake.touch_unsealed_log() returns trigger
language plpgsql as $$
begin
  update intake.application_events
  set due_on = due_on
  where province_code = new.province_code and application_id = new.application_id;
  return null;
end
$$;

create trigger touch_unsealed_log
after update of sealed on intake.applications
for each row when (old.sealed and not new.sealed)
execute function intake.touch_unsealed_log();
