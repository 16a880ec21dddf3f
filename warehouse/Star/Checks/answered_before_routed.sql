-- Wrong: an application was answered before it was routed
select application_id as id, answered_on as on_date
from fct_applications
where answered_on < routed_on
