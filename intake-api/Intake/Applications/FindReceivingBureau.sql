-- The district's if it is open that day, else the governorship's.
select bureau_code
from intake.bureaus
where province_code = @province
  and (district_code is null or district_code = @district and opened_on <= @today and (closed_on is null or closed_on > @today))
order by district_code nulls last
limit 1;
