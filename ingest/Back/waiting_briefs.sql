select order_no, scope_code, period_code
from intake.brief_orders
where done_on is null
order by order_no
