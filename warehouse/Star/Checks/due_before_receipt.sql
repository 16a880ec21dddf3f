-- Wrong: a deadline lies on or before the day its clock started
select application_id || '/' || clock_no as id, started_on as on_date
from fct_clocks
where due_on <= started_on
