select 1
from intake.staff_sign_in
where sign_in_name = @name;
