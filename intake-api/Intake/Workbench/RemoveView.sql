delete from intake.saved_views where owner = @owner and view_no = @no;
