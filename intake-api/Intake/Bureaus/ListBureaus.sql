select bureau_code, name, district_code, opened_on, closed_on
from intake.bureaus
where province_code = @province
order by district_code nulls first;
