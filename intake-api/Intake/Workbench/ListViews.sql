select view_no, name, page as address, saved_at
from intake.saved_views
where owner = @owner
order by name, view_no;
