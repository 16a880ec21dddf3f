-- One entry of a province at a time: each is chained to the one before it.
select 1 + 0 * length(pg_advisory_xact_lock(hashtextextended('access log', @province))::text);
