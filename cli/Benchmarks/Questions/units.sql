-- A province's units of a month by what was routed to them.
select u.name, count(*) as routed, count(*) over () as units
from intake.application_events as e
join intake.units as u using (unit_code)
where e.province_code = @province and e.event_code in ('routed', 'rerouted') and e.at >= @month and e.at < @month + interval '1 month'
group by u.unit_code, u.name
order by routed desc, u.name
limit 20
