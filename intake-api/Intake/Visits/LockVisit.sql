-- Of a sealed application to the executive only, and to the officer who was sent.
select v.status
from intake.visits v
left join intake.applications a using (province_code, application_id)
left join intake.staff s using (staff_id)
where v.province_code = @province and v.visit_id = @id and (@ownDistrict is null or v.district_code = @ownDistrict) and (@own is null or s.pseudonym = @own)
  and (v.application_id is null or @seesSealed or a.sealed is false or s.pseudonym = @own)
for update of v;
