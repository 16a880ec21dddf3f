select entry_no, mac
from intake.access_log
where province_code = @province
order by entry_no desc
limit 1;
