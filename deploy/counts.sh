#!/bin/sh
# Every table of the intake database with its number of rows and a checksum of them, one a line: compare two databases with diff.
set -eu
psql -XAtq -v ON_ERROR_STOP=1 <<'SQL'
select format('select %L, count(*), coalesce(sum((''x'' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0) from %I.%I t;', schemaname || '.' || tablename, schemaname, tablename)
from pg_tables
where schemaname in ('intake', 'reference', 'public')
order by schemaname, tablename
\gexec
SQL
