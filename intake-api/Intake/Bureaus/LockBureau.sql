select bureau_code
from intake.bureaus
where bureau_code = @bureau and province_code = @province and (@ownDistrict is null or district_code = @ownDistrict)
for update;
