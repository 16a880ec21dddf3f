#!/bin/sh
# A dump of the intake database and the counts of its tables beside it. As the database's owner: a dump by a role under row
# security is refused (it would be a part that looks like the whole). Keys are not in it: back them up elsewhere.
set -eu
umask 077
folder=${BACKUP_DIR:?BACKUP_DIR is not set}
name=$folder/acikkapi-$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$folder"
[ "$(psql -XAtc "select rolsuper or rolbypassrls or exists (select from pg_class where oid = 'intake.applications'::regclass and pg_has_role(relowner, 'usage') and not relforcerowsecurity) from pg_roles where rolname = current_user")" = t ] ||
  { echo "backup.sh: $(psql -XAtc 'select current_user') does not see every row: use the owner with BYPASSRLS or a superuser." >&2; exit 1; }
pg_dump --format=custom --no-sync --file "$name.part"
"$(dirname "$0")/counts.sh" > "$name.counts"
sync "$name.part"
mv "$name.part" "$name.dump"
find "$folder" -name 'acikkapi-*' -mtime +"${BACKUP_DAYS:-30}" -delete
echo "$name.dump"
