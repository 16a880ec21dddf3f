-- Every look at what identifies a person is one entry, chained to the one before it in its province by a keyed hash whose key is
-- not in this database (Access/AccessLog.cs). What was logged before the chain began has none.
alter table intake.openings rename to access_log;
alter table intake.access_log rename column opening_no to entry_no;
alter table intake.access_log alter column entry_no drop identity; -- 1, 2, 3 … within the province: a gap is a missing entry
alter table intake.access_log
  add column what text collate "C" not null default 'words' check (what in ('words', 'file', 'national_id', 'tip_off_box', 'visit')),
  add column mac bytea;
alter table intake.access_log alter column at drop default;
