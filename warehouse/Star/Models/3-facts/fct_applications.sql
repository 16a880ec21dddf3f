-- Grain: an application
-- Key: province_code, application_id
with last_stages as (
  select province_code, application_id, event_code, on_date
  from fct_stages
  where next_on is null and event_code <> 'rated'
),

routings as (
  select
    province_code,
    application_id,
    arg_max(unit_code, event_no) as unit_code,
    min(on_date) filter (event_code = 'routed') as routed_on,
    count(*) filter (event_code = 'rerouted') as hops
  from fct_stages
  where event_code in ('routed', 'rerouted')
  group by all
),

outcomes as (
  select province_code, application_id, arg_max(outcome_code, event_no) as outcome_code
  from fct_stages
  where outcome_code is not null
  group by all
),

ratings as (
  select province_code, application_id, arg_max(score, event_no) as satisfaction
  from fct_stages
  where score is not null
  group by all
)

select
  a.application_id,
  a.province_code,
  a.district_code,
  a.bureau_code,
  coalesce(r.unit_code, '-') as unit_code,
  a.kind_code,
  a.channel_code,
  coalesce(t.type_code, '-') as type_code,
  coalesce(dt.heading_code, '-') as heading_code,
  coalesce(t.type_source, 'none') as type_source,
  g.demographic_key,
  a.person_key,
  a.origin,
  l.event_code as status,
  o.outcome_code,
  a.received_on,
  r.routed_on,
  c.answered_on,
  c.settled_on,                                    -- answered, rejected, referred or closed: the clock stands still
  if(l.event_code = 'closed', l.on_date, null) as closed_on,
  c.due_on,
  c.settled_on is null as is_open,
  c.is_overdue,
  -- From receipt to the answer that stands: a quick answer that had to be reopened is no quick answer.
  answered.working_day_ordinal - received.working_day_ordinal as working_days_to_answer,
  coalesce(r.hops, 0)::smallint as hops,
  (c.clock_no - 1)::smallint as reopened,
  s.satisfaction
from stg_applications as a
join last_stages as l using (province_code, application_id)
join (from fct_clocks where is_current) as c using (province_code, application_id)
join dim_demographic as g using (gender_code, age_band_code, education_code, employment_code, circumstances)
join dim_date as received on received.date_key = a.received_on
left join dim_date as answered on answered.date_key = c.answered_on
left join routings as r using (province_code, application_id)
left join outcomes as o using (province_code, application_id)
left join ratings as s using (province_code, application_id)
left join stg_types as t using (province_code, application_id)
left join dim_type as dt on dt.type_code = t.type_code
