-- Applications whose combination of district, month, age band, sex, circumstances and topic at least {enough} share; where too
-- few do, one answer after another is left out until they do, and what never does is left out whole (P18). No ids, no
-- pseudonyms, no days: a month, and durations.
with rows_in as (
  select
    a.province_code, a.district_code, date_trunc('month', a.received_on)::date as month,
    a.kind_code, a.channel_code, a.type_code, a.heading_code,
    g.age_band_code, g.gender_code, g.circumstances,
    a.status, a.outcome_code, a.is_open, a.is_overdue, a.working_days_to_answer, a.hops, a.reopened, a.satisfaction, a.origin
  from fct_applications as a
  join dim_demographic as g using (demographic_key)
),

-- In the order in which answers are given up.
numbered as (
  select row_number() over () as row_no, * from rows_in
),

step_1 as (
  select *, count(*) over (partition by province_code, district_code, month, age_band_code, gender_code, circumstances, type_code, kind_code) as alike from numbered
),

step_2 as (
  select * replace ('*' as circumstances), count(*) over (partition by province_code, district_code, month, age_band_code, gender_code, type_code, kind_code) as alike_2
  from step_1 where alike < {enough}
),

step_3 as (
  select * replace (heading_code as type_code), count(*) over (partition by province_code, district_code, month, age_band_code, gender_code, heading_code, kind_code) as alike_3
  from step_2 where alike_2 < {enough}
),

step_4 as (
  select * replace ('*' as age_band_code), count(*) over (partition by province_code, district_code, month, gender_code, heading_code, kind_code) as alike_4
  from step_3 where alike_3 < {enough}
),

step_5 as (
  select * replace ('*' as gender_code, 0 as district_code), count(*) over (partition by province_code, month, heading_code, kind_code) as alike_5
  from step_4 where alike_4 < {enough}
),

step_6 as (
  select * replace (date_trunc('year', month)::date as month, '*' as type_code, '*' as heading_code),
    count(*) over (partition by province_code, date_trunc('year', month), kind_code) as alike_6
  from step_5 where alike_5 < {enough}
),

told as (
  select columns(c -> c not like 'alike%'), 1 as coarseness from step_1 where alike >= {enough}
  union all by name select columns(c -> c not like 'alike%'), 2 as coarseness from step_2 where alike_2 >= {enough}
  union all by name select columns(c -> c not like 'alike%'), 3 as coarseness from step_3 where alike_3 >= {enough}
  union all by name select columns(c -> c not like 'alike%'), 4 as coarseness from step_4 where alike_4 >= {enough}
  union all by name select columns(c -> c not like 'alike%'), 5 as coarseness from step_5 where alike_5 >= {enough}
  union all by name select columns(c -> c not like 'alike%'), 6 as coarseness from step_6 where alike_6 >= {enough}
)

select * exclude (row_no), year(month) as year from told
-- Not in the order in which they came.
order by province_code, month, district_code, type_code, hash(row_no)
