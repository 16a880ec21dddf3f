select a.tracking_number, a.type_code, a.status, a.unit_code, case when @byUnit then e.due_on else a.due_on end as due_on
from intake.applications a
left join lateral (
  select due_on
  from intake.application_events
  where province_code = a.province_code and application_id = a.application_id and event_code in ('routed', 'rerouted')
  order by event_no desc
  limit 1
) e on @byUnit
where a.province_code = @province and a.status in ('received', 'with_executive', 'routed', 'rerouted', 'reopened')
  and (not @byUnit or a.status in ('routed', 'rerouted'))
  and case when @byUnit then e.due_on else a.due_on end between @first and @last
  and (case when @byUnit then e.due_on else a.due_on end, a.tracking_number) > (@afterDay, @afterNumber)
  and (@district is null or a.district_code = @district) and (@unit is null or a.unit_code = @unit) and (@seesSealed or not a.sealed)
order by due_on, a.tracking_number
limit @limit;
