-- Units that hand most of their cases to one other; only of the own place.
select f.name as FromUnit, h.from_unit as FromCode, t.name as ToUnit, h.share::double as Share
from pub_hops as h
join dim_unit as f on f.unit_code = h.from_unit
join dim_unit as t on t.unit_code = h.to_unit
where h.province_code = $plate
order by h.share desc, f.name, t.name
limit 15
