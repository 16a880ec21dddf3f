-- One bureau at each of the 81 governorships, coded by its plate. 2018-02-01: the first month for which a
-- governorship published figures of its bureau; the directive gives no opening dates. Known later, they are kept.
insert into intake.bureaus (bureau_code, name, province_code, district_code, opened_on)
select province_code::text, name || ' Valiliği Açık Kapı Bürosu', province_code, null, date '2018-02-01'
from reference.provinces
on conflict (bureau_code) do nothing;
