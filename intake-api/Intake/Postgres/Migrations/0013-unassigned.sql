-- An application may be taken from its owner without being given to another: a row of the log without staff.
alter table intake.assignments alter column staff_id drop not null;
