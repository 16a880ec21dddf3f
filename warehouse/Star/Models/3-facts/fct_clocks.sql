-- Grain: one run of the applicant's clock (art. 10-b): from receipt, and anew from every reopening
-- Key: province_code, application_id, clock_no
-- Days of an earlier clock are not rewritten when a later one starts. The newest clock's deadline is the recorded
-- one; those before it, and the one of an as-of day before the last reopening, are computed from the calendar.
with reopenings as (
  select
    province_code,
    application_id,
    count(*) as recorded,
    count(*) filter (local_day("at") <= getvariable('as_of')) as known
  from raw.raw_events
  where event_code = 'reopened' and in_part(application_id)
  group by all
),

-- All that is asked of an application's log, in one pass over it. Codes as numbers: arg_max of
-- enumerations took four times as long.
runs as (
  select
    province_code,
    application_id,
    clock_no,
    min(on_date) as first_stage_on,
    any_value(event_code) filter (next_on is null and event_code <> 'rated'::event_code) as status,
    any_value(on_date) filter (next_on is null and event_code = 'closed'::event_code) as closed_on,
    min(on_date) filter (event_code in ('answered'::event_code, 'rejected'::event_code, 'referred'::event_code, 'closed'::event_code)) as settled_on,
    max(on_date) filter (event_code = 'answered'::event_code) as answered_on,
    min(on_date) filter (event_code = 'routed'::event_code) as routed_on,
    arg_max(enum_code(unit_code)::integer, event_no::integer) filter (event_code in ('routed'::event_code, 'rerouted'::event_code)) as unit_no,
    (count(*) filter (event_code = 'rerouted'::event_code))::smallint as hops,
    arg_max(enum_code(outcome_code)::integer, event_no::integer) filter (outcome_code is not null) as outcome_no,
    arg_max(score::integer, event_no::integer) filter (score is not null) as satisfaction
  from fct_stages
  where in_part(application_id)
  group by all
),

started as (
  select
    r.*,
    a.district_code,
    a.bureau_code,
    r.clock_no = 1 + coalesce(o.known, 0) as is_current,
    if(r.clock_no = 1, a.received_on, r.first_stage_on) as started_on,
    if(r.clock_no = 1 + coalesce(o.recorded, 0), a.latest_due_on, null) as recorded_due_on,
    later.first_stage_on as next_started_on
  from runs as r
  join (from stg_applications where in_part(application_id)) as a using (province_code, application_id)
  left join reopenings as o using (province_code, application_id)
  left join (from runs where clock_no > 1) as later
    on later.province_code = r.province_code and later.application_id = r.application_id
    and later.clock_no = r.clock_no + 1
)

select
  s.application_id,
  s.province_code,
  s.district_code,
  s.bureau_code,
  s.clock_no,
  s.is_current,
  s.started_on,
  coalesce(s.recorded_due_on, deadline.date_key) as due_on,
  -- Reopened before it was settled: the old clock gives way to the new one.
  coalesce(s.settled_on, s.next_started_on) as settled_on,
  s.answered_on,
  -- A deadline is the end of its day, so on the as-of day itself it has been reached.
  if(coalesce(s.settled_on, s.next_started_on) is null, due_on <= getvariable('as_of'), coalesce(s.settled_on, s.next_started_on) > due_on) as is_overdue,
  s.status,
  s.closed_on,
  s.routed_on,
  enum_range(null::unit_code)[s.unit_no + 1]::unit_code as unit_code,
  s.hops,
  enum_range(null::outcome_code)[s.outcome_no + 1]::outcome_code as outcome_code,
  s.satisfaction::smallint as satisfaction
from started as s
join dim_date as d on d.date_key = s.started_on
join dim_date as deadline on deadline.is_working_day and deadline.working_day_ordinal = d.working_day_ordinal + 7
