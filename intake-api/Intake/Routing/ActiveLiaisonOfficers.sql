select officer_no, duty, title, staff_id is not null as has_account
from intake.liaison_officers
where province_code = @province and unit_code = @unit and from_on <= @day and (until_on is null or until_on > @day)
order by officer_no;
