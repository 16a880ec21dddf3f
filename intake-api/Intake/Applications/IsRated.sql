-- Rated since it was last closed?
select exists (
  select from intake.application_events rated
  where rated.province_code = @province and rated.application_id = @application and rated.event_code = 'rated'
    and rated.event_no > (
      select max(closed.event_no)
      from intake.application_events closed
      where closed.province_code = @province and closed.application_id = @application and closed.event_code = 'closed'));
