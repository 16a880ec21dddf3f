select view_no, name, address, saved_at
from intake.saved_views
where owner = @owner
order by name, view_no;
