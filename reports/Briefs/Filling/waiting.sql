-- The share answered within so many working days, of a place, what it lies in, and the country.
select curve.level as Level, curve.days::integer as Days, curve.share::double as Share
from pub_stage_curve as curve
where curve.level <> 'unit' and curve.code in ($scope, $above, 'TR')
order by curve.level, curve.days
