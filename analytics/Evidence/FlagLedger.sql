-- Grain: a matter: the same thing flagged night after night, with pauses of two weeks at most
-- Key: flag_id
-- A zone of neighbours grows and shrinks from night to night, so of clusters the places are not part of what makes them the same.
with nights as (
  select regexp_extract(file, '(\d{4}-\d{2}-\d{2})\.parquet$', 1)::date as night
  from glob(getvariable('kept_flags'))
),

found as (
  select
    concat_ws('/', detector, direction, level, if(level = 'cluster', '-', place_code), coalesce(district_code::varchar, '-'),
      coalesce(unit_code, '-'), coalesce(type_code, '-'), coalesce(group_code, '-')) as flag_key,
    as_of as night,
    *
  from read_parquet(getvariable('kept_flags'), union_by_name = true)
  where as_of <= getvariable('as_of')
  qualify row_number() over (partition by flag_key, as_of order by q_value, flag_id) = 1
),

pauses as (
  select *, coalesce(night - lag(night) over (partition by flag_key order by night) > 14, true) as begins
  from found
),

numbered as (
  select *, (count(*) filter (begins) over (partition by flag_key order by night))::integer as episode_no
  from pauses
),

matters as (
  select
    -- Under the id of its first night it stays known to officers, whatever later nights call it.
    arg_min(flag_id, night) as flag_id,
    list(flag_id order by night) as known_as,
    flag_key,
    episode_no,
    min(night) as first_seen,
    max(night) as last_seen,
    count(*)::integer as nights,
    min(window_start) as since,
    arg_max(numbered, night) as latest
  from numbered
  group by flag_key, episode_no
)

select
  m.flag_id,
  m.known_as,
  m.flag_key,
  m.episode_no,
  case when m.last_seen < getvariable('as_of') then 'ended' when m.first_seen = getvariable('as_of') then 'new' else 'continuing' end as state,
  m.first_seen,
  m.last_seen,
  (select min(night) from nights where night > m.last_seen and night <= getvariable('as_of')) as ended_on,
  m.nights,
  m.since,
  latest.flag_id as last_flag_id, latest.detector, latest.direction, latest.level, latest.place_code, latest.district_code::varchar as district_code, latest.unit_code,
  latest.type_code, latest.group_code, latest.scope_code, latest.window_start, latest.window_end, latest.observed::double as observed,
  latest.expected, latest.ratio, latest.low, latest.high, latest.q_value, latest.sentence
from matters as m
order by m.last_seen desc, latest.q_value, m.flag_id
