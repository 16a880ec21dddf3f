-- The planner has seen none of the rows; without this the first night reads them by index.
analyze intake.applications, intake.applicants, intake.application_events, intake.units, intake.bureaus;
