update intake.routing_rules
set valid_until = greatest(@on, valid_from)
where rule_code = @code and province_code = @province and (@ownDistrict is null or district_code = @ownDistrict);
