select province_code, from_on, until_on, note_tr
from intake.ohal_declarations
where province_code = @province
order by from_on desc;
