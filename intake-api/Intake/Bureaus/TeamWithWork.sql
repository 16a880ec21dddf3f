-- The bureau's team today, and how many open applications each has in hand: an application is its last assignee's.
with owned as (
  select distinct on (s.application_id) s.application_id, s.staff_id
  from intake.assignments s
  join intake.applications a using (province_code, application_id)
  where s.province_code = @province and a.status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
  order by s.application_id, s.assignment_no desc
)
select t.staff_id, t.weight, t.kind_codes, t.heading_codes, count(o.application_id)::int as open
from intake.bureau_team t
join intake.staff m using (staff_id)
left join owned o using (staff_id)
where t.province_code = @province and t.bureau_code = @bureau and t.from_on <= @today and (t.until_on is null or t.until_on > @today) and m.disabled_at is null
group by t.staff_id, t.weight, t.kind_codes, t.heading_codes
order by t.staff_id;
