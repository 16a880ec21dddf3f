-- Wrong: applications of raw are missing from the facts, or the facts hold more
with counted as (
  select
    (select count(*) from raw.raw_applications where local_day(received_at) <= getvariable('as_of')) as landed,
    (select count(*) from fct_applications) as in_facts
)

select landed || ' landed, ' || in_facts || ' in facts' as id, null::date as on_date
from counted
where landed <> in_facts
