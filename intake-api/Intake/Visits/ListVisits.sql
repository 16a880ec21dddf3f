select v.visit_id, v.kind_code, v.origin_code, v.status, a.tracking_number, coalesce(a.sealed, v.application_id is not null) as sealed, v.district_code, v.staff_id, v.starts_at, v.planned_minutes,
  v.result_code, v.spent_minutes, v.note
from intake.visits v
left join intake.applications a using (province_code, application_id)
left join intake.staff s using (staff_id)
where v.province_code = @province and (@ownDistrict is null or v.district_code = @ownDistrict) and (@own is null or s.pseudonym = @own)
  and (v.starts_at >= @start and v.starts_at < @end or v.status = 'asked')
order by v.starts_at nulls first, v.asked_at, v.visit_id
limit 500;
