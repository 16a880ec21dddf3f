-- Since where prints may be missing (a counter that went back, in a database restored elsewhere, means: everywhere), and below which
-- transaction everything is to be seen from now on.
select
  (select case when printed_below <= pg_snapshot_xmax(pg_current_snapshot()) then printed_below else '0' end::text
   from intake.print_progress where province_code = @province) as since,
  pg_snapshot_xmin(pg_current_snapshot())::text as until;
