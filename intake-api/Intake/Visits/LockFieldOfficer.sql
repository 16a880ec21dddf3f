-- One plan of an officer at a time: two made at once could put the officer in two places.
select 1 + 0 * length(pg_advisory_xact_lock(hashtextextended(staff_id::text, 0))::text)
from intake.staff
where staff_id = @officer and role_code = 'field' and province_code = @province and (@ownDistrict is null or district_code = @ownDistrict) and disabled_at is null;
