-- The executive's list: a few of many.
create index on intake.applications (province_code, due_on) where special or sealed;
