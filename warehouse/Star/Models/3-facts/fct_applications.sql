-- Grain: an application
-- Key: province_code, application_id
with lives as (
  select
    province_code, application_id, clock_no as clocks, status, closed_on, routed_on, unit_code, hops, outcome_code, satisfaction,
    due_on, settled_on, answered_on, is_overdue
  from fct_clocks
  where is_current and clock_no = 1 and in_part(application_id)
  union all by name
  -- Reopened: where, how and with what result over all clocks, how it stands by the current one.
  select
    province_code, application_id, max(clock_no) as clocks,
    min(routed_on) as routed_on, sum(hops)::smallint as hops,
    arg_max(unit_code, clock_no) filter (unit_code is not null) as unit_code,
    arg_max(outcome_code, clock_no) filter (outcome_code is not null) as outcome_code,
    arg_max(satisfaction, clock_no) filter (satisfaction is not null) as satisfaction,
    any_value(status) filter (is_current) as status,
    any_value(closed_on) filter (is_current) as closed_on,
    any_value(due_on) filter (is_current) as due_on,
    any_value(settled_on) filter (is_current) as settled_on,
    any_value(answered_on) filter (is_current) as answered_on,
    any_value(is_overdue) filter (is_current) as is_overdue
  from fct_clocks
  semi join (from fct_clocks where is_current and clock_no > 1 and in_part(application_id)) using (province_code, application_id)
  where in_part(application_id)
  group by all
)

select
  a.application_id,
  a.province_code,
  a.district_code,
  a.bureau_code,
  coalesce(l.unit_code, '-')::unit_code as unit_code,
  a.kind_code,
  a.channel_code,
  coalesce(a.given_type_code, t.type_code, '-')::type_code as type_code,
  coalesce(dt.heading_code, '-')::type_code as heading_code,
  case when a.given_type_code is not null then 'given' when coalesce(t.type_code, '-') <> '-' then 'label' else 'none' end::type_source as type_source,
  a.demographic_key,
  a.person_key,
  a.origin,
  l.status,
  l.outcome_code,
  a.received_on,
  l.routed_on,
  l.answered_on,
  l.settled_on,                                    -- answered, rejected, referred or closed: the clock stands still
  l.closed_on,
  l.due_on,
  l.settled_on is null as is_open,
  l.is_overdue,
  -- From receipt to the answer that stands: a quick answer that had to be reopened is no quick answer.
  answered.working_day_ordinal - received.working_day_ordinal as working_days_to_answer,
  coalesce(l.hops, 0)::smallint as hops,
  (l.clocks - 1)::smallint as reopened,
  l.satisfaction
from (from stg_applications where in_part(application_id)) as a
join lives as l using (province_code, application_id)
join dim_date as received on received.date_key = a.received_on
left join dim_date as answered on answered.date_key = l.answered_on
left join (from stg_types where in_part(application_id)) as t using (province_code, application_id)
left join dim_type as dt on dt.type_code = coalesce(a.given_type_code, t.type_code)
