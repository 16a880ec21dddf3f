create index on import_applications (external_id);
create index on import_events (external_id);
analyze import_applications;
analyze import_events;
