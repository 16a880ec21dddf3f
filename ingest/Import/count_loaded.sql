select (select count(*)::int from import_hash),
  (select count(*)::int from import_log l join import_applications a using (external_id) join import_hash h on h.line = a.line
   where l.file = 'events' and (not h.is_known or h.content_hash is distinct from h.hash_before));
