-- Grain: a period and a day in it: what adds days up to periods (a bridge)
-- Key: period_no, date_key
select p.period_no, p.period_code, p.period_kind, unnest(generate_series(p.start_on, p.end_on, interval 1 day))::date as date_key
from dim_period as p
order by date_key, period_no
