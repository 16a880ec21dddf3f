select scope_code, period_code, ordered_at, done_on, problem
from intake.brief_orders
where province_code = @province and (@ownDistrict is null or scope_code = 'ilce:' || @province || '-' || @ownDistrict)
order by order_no desc
limit 50;
