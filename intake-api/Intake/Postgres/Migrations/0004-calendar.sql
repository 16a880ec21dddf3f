-- Administrative leave, and the number of the calendar in force. Whoever writes a deadline holds a shared advisory
-- lock and says by which version it was reckoned; whoever adds leave holds it alone. So no deadline is ever left
-- behind that was reckoned by an older calendar.
create table intake.administrative_leave (
  leave_id uuid primary key default gen_random_uuid(),
  leave_on date not null,
  province_code smallint references reference.provinces, -- null: the whole country
  reason_tr text not null,
  added_at timestamptz not null default now(),
  added_by bytea,                                        -- an officer's pseudonym
  unique nulls not distinct (leave_on, province_code)
);

create table intake.calendar_version (
  version integer not null
);
insert into intake.calendar_version values (1);

grant select on intake.administrative_leave, intake.calendar_version to acikkapi_app;
