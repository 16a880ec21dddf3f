-- Wrong: a fact lies after the as-of day
select application_id as id, on_date
from fct_stages
where on_date > getvariable('as_of')
