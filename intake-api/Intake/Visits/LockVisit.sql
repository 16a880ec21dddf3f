select status
from intake.visits
where province_code = @province and visit_id = @id and (@ownDistrict is null or district_code = @ownDistrict)
for update;
