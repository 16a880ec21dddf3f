-- Grain: a day of the years whose holidays are known (2017–2027)
-- Key: date_key
with days as (
  select unnest(generate_series(date '2017-01-01', date '2027-12-31', interval 1 day))::date as date_key
),

marked as (
  select
    d.date_key,
    h.name_tr as holiday_name,
    coalesce(h.is_half_day, false) as is_half_day,
    isodow(d.date_key) <= 5 and (h.holiday_date is null or h.is_half_day) as is_working_day
  from days as d
  left join reference.holidays as h on h.holiday_date = d.date_key
)

select
  date_key,
  year(date_key)::smallint as year,
  quarter(date_key)::smallint as quarter,
  month(date_key)::smallint as month,
  isoyear(date_key)::smallint as iso_year,
  week(date_key)::smallint as iso_week,
  date_trunc('week', date_key)::date as week_start,
  isodow(date_key)::smallint as day_of_week,
  strftime(date_key, '%G-W%V') as week_code,
  strftime(date_key, '%Y-%m') as month_code,
  year(date_key) || '-Q' || quarter(date_key) as quarter_code,
  year(date_key)::varchar as year_code,
  is_working_day,
  holiday_name,
  is_half_day,
  (count(*) filter (is_working_day) over (order by date_key))::integer as working_day_ordinal
from marked
order by date_key
