select r.at, r.unit_code, u.name as unit_name, u.institution,
  r.channel_code = @channel and r.kind_code is not distinct from @kind and r.type_code is not distinct from @type
    and r.district_code is not distinct from @district and (@given is null or r.unit_code is not distinct from @given) as is_same
from intake.referrals r
left join intake.units u using (unit_code)
where r.province_code = @province and r.referral_id = @id;
