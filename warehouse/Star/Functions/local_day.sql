-- The local day of an instant. Türkiye has kept UTC+3 all year since September 2016, before our first row (2017);
-- adding three hours is 20 times faster than asking ICU's calendar for each of some millions of events.
create or replace temp macro local_day(instant) as make_timestamp(epoch_us(instant) + 10800000000)::date;
