-- The share answered within so many working days, up to thirty, of places and units that had 20 cases; to 1 %.
select c.level, c.code, c.days, round(c.ended_by, 2) as share
from warehouse.mart_stage_curve as c
join warehouse.mart_stage_times as t using (level, code, stage)
where c.stage = 'answering' and c.days between 0 and 30 and t.cases >= 20 and (getvariable('of_districts') or c.level <> 'district')
order by c.level, c.code, c.days
