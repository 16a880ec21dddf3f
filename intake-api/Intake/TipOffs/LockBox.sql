-- Two messages at once would take one number, and one while the box is handed over would stay behind.
select handed_over_to
from intake.applications
where province_code = @province and application_id = @application
for update;
