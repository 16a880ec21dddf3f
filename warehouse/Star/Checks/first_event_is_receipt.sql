-- Wrong: the first event of an application is not its receipt
select application_id as id, on_date
from fct_stages
qualify row_number() over (partition by province_code, application_id order by event_no) = 1 and event_code <> 'received'
