-- Of a sealed application to the executive only, and to the officer who is sent. What is not planned yet stands first.
select v.visit_id, v.kind_code, v.origin_code, v.status, a.tracking_number, v.application_id is not null and a.sealed is not false as sealed, v.district_code, v.staff_id, v.starts_at,
  v.planned_minutes, v.result_code, v.spent_minutes, v.note, v.result_note
from intake.visits v
left join intake.applications a using (province_code, application_id)
left join intake.staff s using (staff_id)
where v.province_code = @province and (@ownDistrict is null or v.district_code = @ownDistrict) and (@own is null or s.pseudonym = @own)
  and (v.application_id is null or @seesSealed or a.sealed is false or s.pseudonym = @own)
  and (v.visit_id = @id or @id is null and (v.starts_at >= @start and v.starts_at < @end or v.status = 'asked'))
  and (@after::uuid is null or (coalesce(v.starts_at, '-infinity'), v.asked_at, v.visit_id) > (
    select coalesce(starts_at, '-infinity'), asked_at, visit_id from intake.visits where province_code = @province and visit_id = @after))
order by coalesce(v.starts_at, '-infinity'), v.asked_at, v.visit_id
limit @limit;
