delete from import_applications a using import_rejected r where r.line = a.line;
delete from import_hash h using import_rejected r where r.line = h.line;
delete from import_log l where not exists (select from import_applications a where a.external_id = l.external_id);
truncate import_rejected;
