select a.channel_code, a.origin, u.name as unit_name, a.received_at, a.importance,
  a.circumstances && array['elderly', 'disabled', 'ill', 'martyr_relative', 'veteran'] as needs_escort,
  owner.full_name as owner, leader.tracking_number as linked_to,
  (select count(*)::int from intake.links l where l.province_code = a.province_code and l.leader_id = a.application_id) as followers,
  a.handed_over_to, a.handed_over_from
from intake.applications a
left join intake.units u on u.unit_code = a.unit_code
left join lateral (
  select staff_id
  from intake.assignments
  where province_code = a.province_code and application_id = a.application_id
  order by assignment_no desc
  limit 1
) last on true
left join intake.staff_sign_in owner on owner.staff_id = last.staff_id
left join intake.links l on l.province_code = a.province_code and l.application_id = a.application_id
left join intake.applications leader on leader.province_code = l.province_code and leader.application_id = l.leader_id
where a.province_code = @province and a.application_id = @application;
