-- Each foreign key of the schema, with the command that has PostgreSQL check all its rows again.
select format('alter table %s drop constraint %I, add constraint %I %s', conrelid::regclass, conname, conname, pg_get_constraintdef(oid))
from pg_constraint
where contype = 'f' and connamespace = 'intake'::regnamespace;
