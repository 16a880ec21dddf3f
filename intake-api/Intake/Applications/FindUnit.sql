select 1
from intake.units
where unit_code = @unit and province_code = @province
  and (opened_on is null or opened_on <= @day) and (closed_on is null or closed_on > @day);
