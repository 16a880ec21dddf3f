select unit_code, name, institution, unit_kind_code, district_code
from intake.units
where province_code = @province and (opened_on is null or opened_on <= @day) and (closed_on is null or closed_on > @day);
