select r.bureau_code, r.unit_code, u.name as unit, r.type_code, count(*)::int as referrals
from intake.referrals r
left join intake.units u using (unit_code)
where r.province_code = @province and r.at >= @start and r.at < @end and (@district is null or r.district_code = @district)
group by r.bureau_code, r.unit_code, u.name, r.type_code
order by r.bureau_code, referrals desc, r.unit_code, r.type_code;
