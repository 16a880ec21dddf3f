-- Grain: what detectors count, by week, place, unit, type and group ('-': everybody), around the turns of judged matters
-- Key: measure, week_start, province_code, district_code, unit_code, type_code, group_code
-- Counted are events, and of how many; of applications received, how many a week.
with bounds as (
  select min(turn_week) - 56 as from_on, least(max(turn_week) + 63, getvariable('as_of') + 1) as until_on from judged_flags
),

cases as (
  select
    a.*,
    unnest(list_concat(['-'], coalesce(list_intersect(
      list_concat([
        'channel:' || a.channel_code::varchar, 'gender:' || d.gender_code::varchar, 'age:' || d.age_band_code::varchar,
        'education:' || d.education_code::varchar, 'employment:' || d.employment_code::varchar
      ], list_transform(string_split(d.circumstances::varchar, '|'), lambda c: 'circumstance:' || c)),
      (select list(distinct group_code) from judged_flags)
    ), []))) as group_code
  from fct_applications as a
  join dim_demographic as d using (demographic_key)
  where coalesce(a.closed_on, getvariable('as_of')) >= (select from_on from bounds)
),

rejections as (
  select r.on_date, r.province_code, c.district_code, c.unit_code, c.type_code, c.heading_code, c.group_code
  from fct_rejections as r
  join cases as c using (province_code, application_id)
  where r.is_of_information and r.on_date >= (select from_on from bounds)
),

steps as (
  select s.on_date, s.event_code, s.province_code, c.district_code, s.unit_code, c.type_code, c.heading_code, c.group_code
  from fct_stages as s
  join cases as c using (province_code, application_id)
  where s.event_code in ('routed', 'rerouted', 'answered', 'reopened') and s.on_date >= (select from_on from bounds)
),

-- Whether the same person came again with the same type within two weeks of the answer: younger answers are not asked yet.
answers as (
  select
    c.answered_on as on_date, c.province_code, c.district_code, c.unit_code, c.type_code, c.heading_code, c.group_code,
    exists (
      select 1 from fct_applications as again
      where again.person_key = c.person_key and again.type_code = c.type_code and again.received_on > c.answered_on and again.received_on <= c.answered_on + 14
    ) as is_repeated
  from cases as c
  where c.person_key is not null and c.type_code <> '-' and c.answered_on <= getvariable('as_of') - 14
    and exists (select 1 from judged_flags where measure = 'repeated')
),

happened as (
  select 'received' as measure, received_on as on_date, province_code, district_code, unit_code, type_code, heading_code, group_code, 1 as events, 0 as cases from cases
  union all
  select 'overdue', due_on, province_code, district_code, unit_code, type_code, heading_code, group_code, is_overdue::int, 1 from cases where due_on <= getvariable('as_of')
  union all
  select 'unit_overdue', due_on, province_code, 0, unit_code, '-', '-', '-', is_unit_overdue::int, 1 from fct_stages
  where due_on between (select from_on from bounds) and getvariable('as_of')
  union all
  select 'days', answered_on, province_code, district_code, unit_code, type_code, heading_code, group_code, working_days_to_answer, 1 from cases
  where working_days_to_answer is not null
  union all
  select 'dissatisfied', closed_on, province_code, district_code, unit_code, type_code, heading_code, group_code, (satisfaction <= 2)::int, 1 from cases
  where satisfaction is not null and closed_on is not null
  union all
  select 'repeated', on_date, * exclude (on_date, is_repeated), is_repeated::int, 1 from answers
  union all
  select 'rerouted', on_date, * exclude (on_date, event_code), (event_code = 'rerouted')::int, 1 from steps where event_code in ('routed', 'rerouted')
  union all
  select 'reopened', on_date, * exclude (on_date, event_code), (event_code = 'reopened')::int, (event_code = 'answered')::int from steps
  where event_code in ('answered', 'reopened')
  union all
  select 'rejected', on_date, * exclude (on_date), 1, 0 from rejections
  union all
  select 'rejected', received_on, province_code, district_code, unit_code, type_code, heading_code, group_code, 0, 1 from cases
)

select
  measure, date_trunc('week', on_date)::date as week_start, province_code, district_code, unit_code, type_code, heading_code, group_code,
  sum(events) as events, sum(cases) as cases
from happened
where on_date >= (select from_on from bounds) and on_date < (select until_on from bounds)
group by all
