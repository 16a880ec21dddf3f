-- The night asks three times which applications were sealed since it last looked: a few of all that are sealed.
create index applications_sealed_changed on intake.applications (changed_xid) include (province_code, application_id) where sealed;
