-- Wrong: nobody applied on the last three working days, though 20 a day and more did in the four weeks before
with working_days as (
  select d.working_day_ordinal as day_no, today.working_day_ordinal as today_no, coalesce(sum(m.received), 0) as received
  from dim_date as d
  join dim_date as today on today.date_key = getvariable('as_of')
  left join mart_days as m on m.date_key = d.date_key
  where d.working_day_ordinal between today.working_day_ordinal - 22 and today.working_day_ordinal
    and d.date_key <= getvariable('as_of')
  group by all
)

select 'whole country' as id, getvariable('as_of') as on_date
from working_days
having sum(received) filter (day_no > today_no - 3) = 0 and sum(received) filter (day_no <= today_no - 3) >= 20 * 20
