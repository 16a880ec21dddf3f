update intake.brief_orders set done_on = $2, problem = $3 where order_no = $1
