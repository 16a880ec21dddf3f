-- Whether a request's district is certain; when its last step was, so that lists of steps need not look at months without any.
alter table intake.open311_requests
  add column approximate boolean not null default true,
  add column last_step_at timestamptz not null default now(); -- too late for what is there: months are looked at in vain, none is missed
alter table intake.open311_requests
  alter column approximate drop default,
  alter column last_step_at drop default;
create index on intake.open311_requests (province_code, last_step_at);
grant update (last_step_at) on intake.open311_requests to acikkapi_app;

-- What everybody may see of Open311 requests (ADR 22): none of a tip-off, sealed, or with a circumstance, and only where district,
-- heading and month hold twenty. In the order in which they came they stand in blocks of twenty (the last of up to 39), and a
-- block is shown whole or not at all: one that is sealed later takes all of its block with it, so that nobody who compares
-- two days' lists learns which. One that was sealed from the start was never shown and is in no block.
create view intake.open311_public with (security_invoker = true) as
with filed as (
  select o.province_code, o.application_id, o.month, o.district_code, t.heading_code, not a.sealed as is_open
  from intake.open311_requests o
  join intake.applications a using (province_code, application_id)
  join reference.types t using (type_code)
  where a.kind_code <> 'tip_off' and cardinality(a.circumstances) = 0
    and (not a.sealed or exists (
      select from intake.application_events e
      where e.province_code = a.province_code and e.application_id = a.application_id and e.event_code = 'confidential_set'))
),
numbered as (
  select *,
    row_number() over (partition by province_code, month, district_code, heading_code order by application_id) - 1 as place,
    count(*) over (partition by province_code, month, district_code, heading_code) as alike
  from filed
),
blocks as (
  select *, bool_and(is_open) over (partition by province_code, month, district_code, heading_code, least(place / 20, alike / 20 - 1)) as is_whole
  from numbered
)
select province_code, application_id, month
from blocks
where alike >= 20 and is_whole;
grant select on intake.open311_public to acikkapi_app;
