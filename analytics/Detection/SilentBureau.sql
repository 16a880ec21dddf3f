-- Grain: a bureau that is open, with what it received in each of the last 34 ended weeks since it opened
with weeks as (
  select unnest(generate_series(
    date_trunc('week', getvariable('until_on') + 1) - interval 238 day, date_trunc('week', getvariable('until_on') + 1) - interval 7 day, interval 7 day
  ))::date as week_start
),

received as (
  select bureau_code, date_trunc('week', received_on)::date as week_start, count(*) as received, min(received_on) as first_on
  from fct_applications
  where received_on < date_trunc('week', getvariable('until_on') + 1)
  group by all
),

open_ones as (
  select b.*, greatest(coalesce(b.opened_on, f.first_on), f.first_on) as began_on
  from dim_bureau as b
  join (select bureau_code, min(first_on) as first_on from received group by all) as f using (bureau_code)
  where (b.closed_on is null or b.closed_on > getvariable('until_on'))
)

select
  o.bureau_code::varchar, o.province_code::integer, nullif(o.district_code, 0)::integer, list(coalesce(r.received, 0)::integer order by w.week_start)
from open_ones as o
join weeks as w on w.week_start >= o.began_on
left join received as r on r.bureau_code = o.bureau_code and r.week_start = w.week_start
group by o.bureau_code, o.province_code, o.district_code
order by 1
