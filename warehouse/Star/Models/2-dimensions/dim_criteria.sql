-- Grain: a criterion of a set the ministry put in force (art. 4-2-d), with the days it counted
-- Key: set_no, criterion_code
-- valid_until is the first day of the next set; null: in force on the as-of day.
with sets as (
  select set_no, local_day(min(set_at)) as valid_from, lead(local_day(min(set_at))) over (order by set_no) as valid_until
  from raw.raw_criteria
  where local_day(set_at) <= getvariable('as_of')
  group by set_no
)

select c.set_no, c.criterion_code, c.weight_hundredths / 10000 as weight, s.valid_from, s.valid_until
from raw.raw_criteria as c
join sets as s using (set_no)
order by c.set_no, c.criterion_code
