-- The share of what reached a stage that went on to the next, to 1 %, of stages that 20 reached and steps that 8 took: no counts.
select level, code, from_code, to_code, round(n / total, 2) as share, median_days
from warehouse.mart_steps
where total >= 20 and n >= 8 and (getvariable('of_districts') or level <> 'district')
order by level, code, from_code, to_code
