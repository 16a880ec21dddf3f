-- Wrong: events of raw are missing from the facts, or the facts hold more
with counted as (
  select
    (
      select count(*)
      from raw.raw_events as e
      semi join fct_applications as a using (province_code, application_id)
      where local_day(e."at") <= getvariable('as_of')
    ) as landed,
    (select count(*) from fct_stages) as in_facts
)

select landed || ' landed, ' || in_facts || ' in facts' as id, null::date as on_date
from counted
where landed <> in_facts
