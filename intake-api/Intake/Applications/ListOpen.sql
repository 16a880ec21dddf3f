select a.application_id, a.tracking_number, a.kind_code, a.type_code, a.channel_code, a.status, a.district_code, a.unit_code, u.name as unit_name, a.received_at,
  a.due_on, a.special, a.importance, a.sealed
from intake.applications a
left join intake.units u on u.unit_code = a.unit_code
where a.province_code = @province and a.status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
  and a.due_on between @first and @last and (a.due_on, a.application_id) > (@AfterDay, @AfterId)
  and (@ownDistrict::integer is null or a.district_code = @ownDistrict) and (@district::integer is null or a.district_code = @district)
  and (@Status::text is null or a.status = @Status) and (@types::text[] is null or a.type_code = any(@types)) and (@kind::text is null or a.kind_code = @kind)
  and (@unit::text is null or a.unit_code = @unit) and (@number = '' or a.tracking_number >= @number and a.tracking_number < @numberEnd)
order by a.due_on, a.application_id
limit @limit;
