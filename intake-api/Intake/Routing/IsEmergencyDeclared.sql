select exists (
  select from intake.ohal_declarations
  where province_code = @province and @day >= from_on and (until_on is null or @day <= until_on));
