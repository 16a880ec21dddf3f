-- Staff see what could not be sent, and may have it tried again.
grant update (state, next_try_at, tries, state_at) on intake.messages to acikkapi_app;
create index messages_watched on intake.messages (state_at) where state in ('sending', 'sent');
create index messages_stuck on intake.messages (province_code, state_at) where state = 'technical_failure';
