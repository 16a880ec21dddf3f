-- Wrong: a stage's day lies after the next stage's
select application_id || '/' || event_no as id, on_date
from fct_stages
where next_on < on_date
