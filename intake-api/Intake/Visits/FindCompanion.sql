select application_id, district_code, sealed,
  circumstances && array['elderly', 'disabled', 'ill', 'martyr_relative', 'veteran'] as needs_escort
from intake.applications
where province_code = @province and tracking_number = @number and (@ownDistrict is null or district_code = @ownDistrict);
