-- Writes "insert … on conflict (key) do update set …" for reference.@list; unchanged rows are left alone.
with columns as (
  select a.attnum, quote_ident(a.attname) as name, a.attnum = any (k.conkey) as is_key
  from pg_attribute a
  join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
  where a.attrelid = format('reference.%I', @list::text)::regclass and a.attnum > 0 and not a.attisdropped
)
select format('insert into reference.%I as kept select * from staged_%s on conflict (%s) do update set %s where row(kept.*) is distinct from row(excluded.*)',
              @list::text, @list::text,
              string_agg(name, ', ' order by attnum) filter (where is_key),
              string_agg(name || ' = excluded.' || name, ', ' order by attnum) filter (where not is_key))
from columns;
