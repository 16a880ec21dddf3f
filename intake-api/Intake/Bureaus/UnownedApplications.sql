-- Open, not sealed, and without an owner who still works there; the first received first.
select a.application_id, a.kind_code, a.type_code
from intake.applications a
where a.province_code = @province and a.bureau_code = @bureau and not a.sealed
  and a.status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
  and not exists (
    select from (
      select staff_id
      from intake.assignments
      where province_code = a.province_code and application_id = a.application_id
      order by assignment_no desc
      limit 1
    ) owner
    join intake.staff m using (staff_id)
    join intake.bureau_team t using (staff_id)
    where m.disabled_at is null and t.bureau_code = @bureau and t.from_on <= @today and (t.until_on is null or t.until_on > @today)
  )
order by a.received_at, a.application_id;
