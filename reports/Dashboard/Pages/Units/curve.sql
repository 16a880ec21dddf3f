-- The share answered within so many working days, of a unit or place, what it lies in, and the country.
select level as Level, days::integer as Days, share::double as Share
from pub_stage_curve
where code in ($code, $above, 'TR')
order by level, days
