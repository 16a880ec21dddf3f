select v.status
from intake.visits v
left join intake.staff s using (staff_id)
where v.province_code = @province and v.visit_id = @id and (@ownDistrict is null or v.district_code = @ownDistrict) and (@own is null or s.pseudonym = @own)
for update of v;
