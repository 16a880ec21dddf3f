-- Officers with 30 cases and more in the last 91 days. What was to be expected: each answer as late, and as often reopened, as the
-- country's answers of its heading were in these days (indirect standardisation: a hard heading is nobody's fault).
with days as (
  select (getvariable('as_of') - interval 90 day)::date as from_on, getvariable('as_of') as until_on
),

taken as (
  select s.*
  from fct_stages as s, days as d
  where s.on_date between d.from_on and d.until_on and s.officer_key <> '-'
),

answers as (
  select
    t.province_code,
    t.officer_key,
    t.actor_role_code,
    type.heading_code,
    c.is_overdue as late,
    again.clock_no is not null as reopened
  from taken as t
  join fct_clocks as c on c.province_code = t.province_code and c.application_id = t.application_id and c.answered_on = t.on_date
  join fct_applications as a on a.province_code = t.province_code and a.application_id = t.application_id
  join dim_type as type on type.type_code = a.type_code
  left join fct_clocks as again
    on again.province_code = c.province_code and again.application_id = c.application_id and again.clock_no = c.clock_no + 1
  where t.event_code = 'answered'
),

expected as (
  select heading_code, avg(late::int) as late, avg(reopened::int) as reopened from answers group by heading_code
),

answered as (
  select
    a.province_code, a.officer_key, a.actor_role_code,
    count(*) as answers,
    count(*) filter (a.late) as late_answers,
    sum(e.late) as expected_late_answers,
    count(*) filter (a.reopened) as reopened_answers,
    sum(e.reopened) as expected_reopened_answers
  from answers as a
  join expected as e using (heading_code)
  group by all
)

select
  t.province_code::smallint,
  t.officer_key::varchar as pseudonym,
  t.actor_role_code::varchar as role_code,
  getvariable('as_of') as as_of,
  91::smallint as days,
  count(distinct t.application_id)::integer as cases,
  coalesce(any_value(a.answers), 0)::integer as answers,
  coalesce(any_value(a.late_answers), 0)::integer as late_answers,
  coalesce(any_value(a.expected_late_answers), 0)::float as expected_late_answers,
  coalesce(any_value(a.reopened_answers), 0)::integer as reopened_answers,
  coalesce(any_value(a.expected_reopened_answers), 0)::float as expected_reopened_answers
from taken as t
left join answered as a using (province_code, officer_key, actor_role_code)
where t.actor_role_code is not null
group by t.province_code, t.officer_key, t.actor_role_code
having count(distinct t.application_id) >= 30
order by all
