-- What lies with the unit now, by the unit's own clock (art. 5-o).
with inbox as (
  select a.application_id, a.tracking_number, a.kind_code, a.type_code, a.channel_code, a.status, a.district_code, a.unit_code, a.received_at,
    e.due_on, a.special, a.importance, a.sealed
  from intake.applications a
  cross join lateral (
    select due_on
    from intake.application_events
    where province_code = a.province_code and application_id = a.application_id and event_code in ('routed', 'rerouted')
    order by event_no desc
    limit 1
  ) e
  where a.province_code = @province and a.unit_code = @unit and a.status in ('routed', 'rerouted')
    and (@district::integer is null or a.district_code = @district) and (@types::text[] is null or a.type_code = any(@types)) and (@kind::text is null or a.kind_code = @kind)
    and (@number = '' or a.tracking_number >= @number and a.tracking_number < @numberEnd)
)
select i.application_id, i.tracking_number, i.kind_code, i.type_code, i.channel_code, i.status, i.district_code, i.unit_code, u.name as unit_name, i.received_at,
  i.due_on, i.special, i.importance, i.sealed
from inbox i
join intake.units u using (unit_code)
where i.due_on between @first and @last and (i.due_on, i.application_id) > (@AfterDay, @AfterId)
order by i.due_on, i.application_id
limit @limit;
