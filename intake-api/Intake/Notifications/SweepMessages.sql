with unreported as (
  update intake.messages
  set state = 'technical_failure', gateway_status = 'no_report', state_at = now()
  where state in ('sending', 'sent') and state_at < now() - interval '3 days'
  returning 1
)
select (select count(*)::int from unreported) as unreported,
  (select count(*)::int from intake.messages where state in ('created', 'temporary_failure') and not_before < now() - interval '1 hour') as waiting,
  (select count(*)::int from intake.messages where state = 'technical_failure') as stuck;
