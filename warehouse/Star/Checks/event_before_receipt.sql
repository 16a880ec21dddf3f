-- Wrong: an event lies before the day its application was received
select s.application_id as id, s.on_date
from fct_stages as s
join fct_applications as a using (province_code, application_id)
where s.on_date < a.received_on
