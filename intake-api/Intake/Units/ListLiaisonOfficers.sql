select unit_code, officer_no, duty, title, staff_id, from_on
from intake.liaison_officers
where province_code = @province and from_on <= @today and (until_on is null or until_on > @today)
order by unit_code, officer_no;
