delete from intake.links
where province_code = @province and application_id = @follower;
