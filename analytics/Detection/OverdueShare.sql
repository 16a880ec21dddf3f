-- Grain: a deadline in the window, of the applicant's clock ('place') or of a unit's ('unit')
select 'place' as judged, province_code, application_id, '-' as unit_code, 0 as exposure, is_overdue as hit
from fct_clocks
where due_on between getvariable('from_on') and getvariable('until_on')
union all
select 'unit', province_code, application_id, unit_code::varchar, 0, is_unit_overdue
from fct_stages
where event_code in ('routed', 'rerouted') and due_on between getvariable('from_on') and getvariable('until_on')
