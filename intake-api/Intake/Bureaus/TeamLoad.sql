-- An application is its last assignee's.
with owned as (
  select distinct on (s.application_id) s.staff_id, a.due_on
  from intake.assignments s
  join intake.applications a using (province_code, application_id)
  where s.province_code = @province and a.status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
  order by s.application_id, s.assignment_no desc
)
select t.bureau_code, t.staff_id, i.full_name, m.role_code, t.duty, t.is_coordinator, t.weight, count(o.due_on)::int as open,
  count(*) filter (where o.due_on between @today and @soon)::int as due_soon, count(*) filter (where o.due_on < @today)::int as overdue
from intake.bureau_team t
join intake.bureaus b using (bureau_code)
join intake.staff m using (staff_id)
left join intake.staff_sign_in i using (staff_id)
left join owned o using (staff_id)
where t.province_code = @province and (@ownDistrict is null and b.district_code is null or b.district_code = @ownDistrict)
  and t.from_on <= @today and (t.until_on is null or t.until_on > @today) and m.disabled_at is null
group by t.bureau_code, t.staff_id, i.full_name, m.role_code, t.duty, t.is_coordinator, t.weight
order by t.is_coordinator desc, i.full_name, t.staff_id;
