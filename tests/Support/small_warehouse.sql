-- Everything follows from the application's number by hash: the same numbers give the same rows.
create or replace temp macro pick(i, what, n) as (hash(i, what) % n)::integer;

create temp table places as
select * from (values
  (76, 1398), (76, 1692), (76, 2011), (36, 1447), (36, 1601), (4, 1111), (4, 1568), (34, 1421), (34, 1183), (6, 1231), (35, 1203)
) as places (province_code, district_code);

create temp table made as
select
  i as application_id,
  p.province_code::smallint as province_code,
  if(pick(i, 'no district', 40) = 0, null, p.district_code)::integer as district_code,
  (['SOS', 'CSG', 'EGT', 'SAG', 'YER', 'TAR', 'ULA', 'IMR'])[1 + least(pick(i, 'heading', 8), pick(i, 'heading again', 8))] as word,
  getvariable('as_of') - pick(i, 'day', 1461) as day,
  pick(i, 'hour', 9) + 8 as hour,
  pick(i, 'wait', 9) + pick(i, 'wait more', 6) + if(p.province_code = 4, 5, 0) as wait,
  pick(i, 'end', 100) as ending
from generate_series(1, getvariable('applications')) as n (i)
join (select *, row_number() over (order by province_code, district_code) as place_no from places) as p
  on p.place_no = 1 + least(pick(n.i, 'place', 11), pick(n.i, 'place again', 14));

create temp table log as
with steps as (
  select m.*, s.*
  from made as m
  join (values
    (1, 'received', 0, 0, 100), (2, 'rejected', 1, 0, 3), (2, 'routed', 0, 3, 100), (3, 'rerouted', 1, 10, 16),
    (4, 'answered', 2, 3, 100), (5, 'closed', 4, 3, 92), (6, 'rated', 6, 30, 60), (7, 'reopened', 8, 50, 54),
    (8, 'routed', 8, 50, 54), (9, 'answered', 14, 50, 54)
  ) as s (step, event_code, after, from_ending, to_ending)
    on m.ending >= s.from_ending and m.ending < s.to_ending
)

select
  *,
  -- Nothing is answered before it was rerouted; the waiting time is the unit's.
  day::timestamp + to_hours(hour - 3) + to_days((after + if(step >= 4, wait, 0))::integer) + to_minutes(step) as happened_at
from steps
where day + (after + if(step >= 4, wait, 0)) <= getvariable('as_of');

insert into raw_events
select
  province_code,
  application_id,
  row_number() over (partition by application_id order by step),
  event_code,
  happened_at at time zone 'UTC',
  if(event_code in ('routed', 'rerouted', 'answered'), province_code || '-' || word || if(event_code = 'rerouted', '-2', ''), null),
  case event_code when 'received' then 'desk' when 'routed' then 'desk' else 'liaison' end,
  'a1' || province_code,
  case event_code when 'answered' then if(ending % 5 = 0, 'not_resolved', 'resolved') when 'rejected' then 'rejected' end,
  if(event_code = 'rated', 1 + pick(application_id, 'score', 5), null),
  if(event_code in ('routed', 'rerouted'), d.due, null),
  case when event_code = 'rejected' then (['missing_information', 'before_a_court', null])[1 + pick(application_id, 'reason', 3)] end
from log
join deadlines as d on d.day = (happened_at + interval 3 hour)::date;

insert into raw_applications
select
  m.province_code,
  m.application_id,
  'simulated',
  case when pick(m.application_id, 'kind', 20) = 0 then 'tip_off' when pick(m.application_id, 'kind', 3) = 0 then 'complaint' else 'request' end as kind_code,
  (['desk_oral', 'desk_written', 'web', 'mobile', 'call_center'])[1 + pick(m.application_id, 'channel', 5)],
  if(pick(m.application_id, 'untyped', 25) = 0, null, t.type_code),
  m.district_code,
  m.province_code::varchar,
  ([null, 'female', 'male', 'female', 'male'])[1 + pick(m.application_id, 'gender', 5)],
  ([null, '18-24', '25-34', '35-44', '45-54', '55-64', '65+'])[1 + pick(m.application_id, 'age', 7)],
  ([null, 'primary_school', 'high_school', 'university'])[1 + pick(m.application_id, 'education', 4)],
  ([null, 'employed', 'unemployed', 'retired'])[1 + pick(m.application_id, 'employment', 4)],
  (['', '', '', '', '', 'elderly', 'disabled', 'ill', 'disabled|ill', 'veteran'])[1 + pick(m.application_id, 'circumstance', 10)],
  if(kind_code = 'tip_off', null, md5('person' || pick(m.application_id, 'person', 1000000) % (getvariable('applications') * 2 // 3 + 1))),
  (m.day::timestamp + to_hours(m.hour - 3)) at time zone 'UTC',
  coalesce(reopened.due, d.due),
  if(kind_code = 'tip_off', null, 'Örnek metin')
from made as m
join deadlines as d on d.day = m.day
join (
  select type_code, heading_code, row_number() over (partition by heading_code order by type_code) as topic_no,
    count(*) over (partition by heading_code) as topics
  from (values
    ('SOS-01', 'SOS'), ('SOS-02', 'SOS'), ('SOS-03', 'SOS'), ('SOS-04', 'SOS'), ('CSG-01', 'CSG'), ('CSG-02', 'CSG'),
    ('EGT-01', 'EGT'), ('SAG-01', 'SAG'), ('SAG-02', 'SAG'), ('YER-01', 'YER'), ('YER-02', 'YER'), ('TAR-01', 'TAR'),
    ('ULA-01', 'ULA'), ('IMR-01', 'IMR')
  ) as topics (type_code, heading_code)
) as t on t.heading_code = m.word and t.topic_no = 1 + pick(m.application_id, 'topic', t.topics)
left join (
  select application_id, max(due) as due
  from log
  join deadlines on deadlines.day = (log.happened_at + interval 3 hour)::date
  where event_code = 'reopened'
  group by all
) as reopened using (application_id);

insert into raw_units
select distinct province_code || '-' || word || suffix, 'Birim ' || word || suffix, 'Kurum', 'directorate', province_code, null::integer
from made cross join (values (''), ('-2')) as suffixes (suffix);

insert into raw_bureaus
select distinct province_code::varchar, province_code || ' Açık Kapı', province_code, null::integer, date '2018-01-01', null::date from places;

insert into raw_visits
select
  province_code, 'v' || application_id, if(pick(application_id, 'visit', 3) = 0, 'field_visit', 'escort'), 'circumstances', district_code,
  if(pick(application_id, 'visited', 5) = 0, 'asked', 'done'),
  if(pick(application_id, 'visited', 5) = 0, null, (day + 2)::timestamp at time zone 'UTC'), 60,
  if(pick(application_id, 'visited', 5) = 0, null, 'helped'), if(pick(application_id, 'visited', 5) = 0, null, 20 + pick(application_id, 'minutes', 60)),
  day::timestamp at time zone 'UTC', if(pick(application_id, 'visited', 5) = 0, null, (day + 2)::timestamp at time zone 'UTC')
from made
where pick(application_id, 'visits', 6) = 0;

insert into raw_loads
select 1, getvariable('as_of'), getvariable('as_of')::timestamptz, 0, 1000, 'raw_applications', count(*), count(*), null from raw_applications;
