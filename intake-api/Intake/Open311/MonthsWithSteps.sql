-- Months whose requests have steps since @start: what is counted before anything is shown, and no more.
select distinct month
from intake.open311_requests
where province_code = @province and last_step_at >= @start and month <= @lastMonth;
