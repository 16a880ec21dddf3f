#!/bin/sh
# Restores a dump of backup.sh into an empty database and compares it with the counts beside the dump.
# Usage: PGDATABASE=acikkapi_new deploy/restore.sh /var/backups/acikkapi/acikkapi-….dump
set -eu
dump=${1:?usage: restore.sh DUMP}
[ "$(psql -XAtc "select count(*) from pg_namespace where nspname = 'intake'")" = 0 ] || { echo "restore.sh: ${PGDATABASE:-the database} is not empty." >&2; exit 1; }
pg_restore --exit-on-error --no-owner --jobs 2 --dbname "${PGDATABASE:?PGDATABASE is not set}" "$dump"
psql -Xqc 'analyze'
"$(dirname "$0")/counts.sh" > "$dump.restored"
diff "${dump%.dump}.counts" "$dump.restored" > /dev/null || { echo "restore.sh: counts differ: diff ${dump%.dump}.counts $dump.restored" >&2; exit 1; }
rm "$dump.restored"
echo "restored, counts and checksums equal"
