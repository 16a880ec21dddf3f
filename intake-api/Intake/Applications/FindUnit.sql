select 1
from intake.units
where unit_code = @unit and province_code = @province;
