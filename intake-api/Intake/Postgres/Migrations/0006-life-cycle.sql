-- What the directive asks of single steps: a reason of a list for a rejection (art. 10-e), the manager's knowledge of an
-- answer (art. 5-o), the importance of a special application (art. 10-c), and where one that was handed over goes on.
alter table intake.application_events
  add column reason_code text collate "C",  -- of a rejection
  add column manager_informed boolean,      -- of an answer
  add column answer text;                   -- what the applicant is told

alter table intake.applications
  add column importance smallint check (importance between 1 and 3), -- of a special one; 3 is the highest
  add column handed_over_to text collate "C",                         -- tracking numbers of another province
  add column handed_over_from text collate "C",
  add check (special or importance is null);

grant update (special, importance, confidential, sealed, scrubbed_text, handed_over_to) on intake.applications to acikkapi_app;
grant select (handed_over_to) on intake.applications to acikkapi_relay;
