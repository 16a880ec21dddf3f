-- The first of so many ids in a row; nothing else writes while a story is told.
select setval('intake.application_id', nextval('intake.application_id') + @count - 1) - @count + 1;
