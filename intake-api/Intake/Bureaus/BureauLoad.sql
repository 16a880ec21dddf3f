select b.bureau_code, b.name, count(a.application_id)::int as open, count(*) filter (where a.due_on < @today)::int as overdue,
  count(*) filter (where a.application_id is not null and not exists (
    select from (
      select staff_id from intake.assignments where province_code = a.province_code and application_id = a.application_id order by assignment_no desc limit 1
    ) owner
    join intake.staff m using (staff_id)
    where m.disabled_at is null
  ))::int as unowned
from intake.bureaus b
left join intake.applications a on a.province_code = b.province_code and a.bureau_code = b.bureau_code
  and a.status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
where b.province_code = @province and (@ownDistrict is null and b.district_code is null or b.district_code = @ownDistrict)
  and b.opened_on <= @today and (b.closed_on is null or b.closed_on > @today)
group by b.bureau_code, b.name;
