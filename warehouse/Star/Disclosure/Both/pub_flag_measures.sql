-- Ratios of at least five matters, so that none is read from them.
select
  measure_code, matters, better, unclear, worse,
  if(matters >= 5, round(ratio, 2), null) as ratio,
  if(matters >= 5, round(low, 2), null) as low,
  if(matters >= 5, round(high, 2), null) as high
from warehouse.flag_measures
order by measure_code
