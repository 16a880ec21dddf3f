-- Grain: an application that was settled in the window and rated
select unnest(['place', 'unit']) as judged, province_code, application_id, unit_code::varchar as unit_code, 0 as exposure, satisfaction <= 2 as hit
from fct_applications
where satisfaction is not null and settled_on between getvariable('from_on') and getvariable('until_on')
