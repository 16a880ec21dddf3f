-- The share answered within so many working days, of a province and the country.
select curve.level as Level, curve.days::integer as Days, curve.share::double as Share
from pub_stage_curve as curve
where curve.level in ('province', 'country') and curve.code in ($scope, 'TR')
order by curve.level, curve.days
