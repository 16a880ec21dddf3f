-- How far the prints of a province are made, for the provinces that were asked: below this transaction all are. Without it each
-- question would look through all applications of the province for those that have none yet.
create table intake.print_progress (
  province_code smallint primary key references reference.provinces,
  printed_below xid8 not null
);
call intake.keep_to_place('print_progress');
grant select, insert, update on intake.print_progress to acikkapi_app;
