-- Grain: a district (0 unknown) and a day on which something happened; what the period marts add up
-- Key: province_code, district_code, date_key
-- Flows are counted on the day they happened, so a later reopening does not rewrite a past month.
with stages as (
  select s.province_code, s.on_date, s.event_code, s.score, a.district_code
  from fct_stages as s
  join fct_applications as a using (province_code, application_id)
  where s.event_code in ('answered', 'closed', 'rejected', 'reopened', 'rated')
),

changes as (
  select province_code, district_code, received_on as date_key, count(*) as received
  from fct_applications
  group by all
  union all by name
  select
    province_code,
    district_code,
    on_date as date_key,
    count(*) filter (event_code = 'answered') as answered,
    count(*) filter (event_code = 'closed') as closed,
    count(*) filter (event_code = 'rejected') as rejected,
    count(*) filter (event_code = 'reopened') as reopened,
    count(score) as satisfaction_count,
    sum(score) as satisfaction_sum
  from stages
  group by all
  union all by name
  select province_code, district_code, started_on as date_key, count(*) as open_change
  from fct_clocks
  group by all
  union all by name
  select
    province_code,
    district_code,
    settled_on as date_key,
    -count(*) as open_change,
    -count(*) filter (is_overdue) as overdue_open_change
  from fct_clocks
  where settled_on is not null
  group by all
  union all by name
  select
    province_code,
    district_code,
    due_on as date_key,
    count(*) as due,
    count(*) filter (is_overdue) as overdue,
    count(*) filter (is_overdue) as overdue_open_change
  from fct_clocks
  where due_on <= getvariable('as_of')
  group by all
)

select
  province_code,
  district_code,
  date_key,
  coalesce(sum(received), 0)::bigint as received,
  coalesce(sum(answered), 0)::bigint as answered,
  coalesce(sum(closed), 0)::bigint as closed,
  coalesce(sum(due), 0)::bigint as due,
  coalesce(sum(overdue), 0)::bigint as overdue,
  coalesce(sum(rejected), 0)::bigint as rejected,
  coalesce(sum(reopened), 0)::bigint as reopened,
  coalesce(sum(satisfaction_count), 0)::bigint as satisfaction_count,
  coalesce(sum(satisfaction_sum), 0)::bigint as satisfaction_sum,
  coalesce(sum(open_change), 0)::bigint as open_change,
  coalesce(sum(overdue_open_change), 0)::bigint as overdue_open_change
from changes
group by all
order by date_key, province_code, district_code
