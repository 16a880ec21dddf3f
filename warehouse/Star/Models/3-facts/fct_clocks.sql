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
  where event_code = 'reopened'
  group by all
),

stages as (
  select province_code, application_id, event_code, on_date, 1 as clock_no
  from fct_stages
  anti join reopenings using (province_code, application_id)
  union all
  select
    province_code, application_id, event_code, on_date,
    1 + count(*) filter (event_code = 'reopened') over (
      partition by province_code, application_id order by event_no
    )
  from fct_stages
  semi join reopenings using (province_code, application_id)
),

clocks as (
  select
    province_code,
    application_id,
    clock_no,
    min(on_date) as first_stage_on,
    min(on_date) filter (event_code in ('answered', 'rejected', 'referred', 'closed')) as settled_on,
    max(on_date) filter (event_code = 'answered') as answered_on
  from stages
  group by all
),

started as (
  select
    c.province_code,
    c.application_id,
    c.clock_no,
    c.clock_no = 1 + coalesce(r.known, 0) as is_current,
    if(c.clock_no = 1, a.received_on, c.first_stage_on) as started_on,
    if(c.clock_no = 1 + coalesce(r.recorded, 0), a.latest_due_on, null) as recorded_due_on,
    -- Reopened before it was settled: the old clock gives way to the new one.
    coalesce(c.settled_on, later.first_stage_on) as settled_on,
    c.answered_on
  from clocks as c
  join stg_applications as a using (province_code, application_id)
  left join reopenings as r using (province_code, application_id)
  left join (from clocks where clock_no > 1) as later
    on later.province_code = c.province_code and later.application_id = c.application_id
    and later.clock_no = c.clock_no + 1
)

select
  s.application_id,
  s.province_code,
  s.clock_no::smallint as clock_no,
  s.is_current,
  s.started_on,
  coalesce(s.recorded_due_on, deadline.date_key) as due_on,
  s.settled_on,
  s.answered_on,
  -- A deadline is the end of its day, so on the as-of day itself it has been reached.
  if(s.settled_on is null, due_on <= getvariable('as_of'), s.settled_on > due_on) as is_overdue
from started as s
join dim_date as d on d.date_key = s.started_on
join dim_date as deadline on deadline.is_working_day and deadline.working_day_ordinal = d.working_day_ordinal + 7
