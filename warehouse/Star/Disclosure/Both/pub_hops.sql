-- The share of a unit's cases that it handed to another, to 1 %, of pairs with 20 and more: no counts.
select province_code, from_unit, to_unit, round(n / total, 2) as share
from warehouse.mart_hops
where n >= 20
order by province_code, from_unit, to_unit
