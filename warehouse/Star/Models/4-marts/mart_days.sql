-- Grain: a district (0 unknown) and a day on which something happened; what the period marts add up
-- Key: province_code, district_code, date_key
-- Flows are counted on the day they happened, so a later reopening does not rewrite a past month.
with received as (
  select province_code, district_code, received_on as date_key, count(*) as received
  from fct_applications
  group by all
),

happened as (
  select
    province_code,
    district_code,
    date_key,
    sum(answered) as answered,
    sum(closed) as closed,
    sum(rejected) as rejected,
    sum(reopened) as reopened,
    sum(satisfaction_count) as satisfaction_count,
    sum(satisfaction_sum) as satisfaction_sum
  from fct_days
  group by all
),

started as (
  select province_code, district_code, started_on as date_key, count(*) as started
  from fct_clocks
  group by all
),

settled as (
  select
    province_code,
    district_code,
    settled_on as date_key,
    count(*) as settled,
    count(*) filter (is_overdue) as settled_overdue
  from fct_clocks
  where settled_on is not null
  group by all
),

fell_due as (
  select
    province_code,
    district_code,
    due_on as date_key,
    count(*) as due,
    count(*) filter (is_overdue) as overdue
  from fct_clocks
  where due_on <= getvariable('as_of')
  group by all
)

select
  province_code,
  district_code,
  date_key,
  coalesce(received, 0) as received,
  coalesce(answered, 0)::bigint as answered,
  coalesce(closed, 0)::bigint as closed,
  coalesce(due, 0) as due,
  coalesce(overdue, 0) as overdue,
  coalesce(rejected, 0)::bigint as rejected,
  coalesce(reopened, 0)::bigint as reopened,
  coalesce(satisfaction_count, 0)::bigint as satisfaction_count,
  coalesce(satisfaction_sum, 0)::bigint as satisfaction_sum,
  coalesce(started, 0) - coalesce(settled, 0) as open_change,
  coalesce(overdue, 0) - coalesce(settled_overdue, 0) as overdue_open_change
from received
full join happened using (province_code, district_code, date_key)
full join started using (province_code, district_code, date_key)
full join settled using (province_code, district_code, date_key)
full join fell_due using (province_code, district_code, date_key)
order by date_key, province_code, district_code
