with owned as (
  select distinct on (s.application_id) a.tracking_number, a.type_code, a.status, a.due_on, s.staff_id, s.is_automatic
  from intake.assignments s
  join intake.applications a using (province_code, application_id)
  where s.province_code = @province and a.status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
    and (@ownDistrict is null or a.district_code = @ownDistrict) and (@seesSealed or not a.sealed)
  order by s.application_id, s.assignment_no desc
)
select tracking_number, type_code, status, due_on, staff_id, is_automatic
from owned
join intake.staff m using (staff_id)
where @own is null or m.pseudonym = @own
order by due_on, tracking_number
limit 500;
