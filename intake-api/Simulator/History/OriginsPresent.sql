-- Which rows are there already; one of each origin is enough to know.
select origin
from (values ('posted'), ('imported'), ('simulated')) as origins (origin)
where exists (select from intake.applications a where a.origin = origins.origin)
order by origin;
