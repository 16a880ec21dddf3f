-- Up to five files of an application, cleaned before they are kept; those of a tip-off in a sealed box. In the database, so
-- that they are backed up, erased and guarded with the rest, and no web server or shell can ever run one.
create table intake.attachments (
  province_code smallint not null,
  application_id bigint not null,
  attachment_no smallint not null check (attachment_no between 1 and 5),
  media_type text collate "C" not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes integer not null,
  content bytea not null,                             -- of a tip-off: sealed
  added_on date not null,
  primary key (province_code, application_id, attachment_no),
  foreign key (province_code, application_id) references intake.applications on delete cascade
);
alter table intake.attachments alter column content set storage external; -- compressed already
call intake.keep_to_place('attachments');
grant select, insert, delete on intake.attachments to acikkapi_app;
