select unit_code, name, institution, unit_kind_code, district_code, opened_on, closed_on, liaison_officers_required
from intake.units
where province_code = @province
order by unit_code;
