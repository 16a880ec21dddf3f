-- Wrong: topics do not add up to their heading, or headings to their scope
with topics as (
  select scope_code, period_code, heading_code, sum(received) as received
  from mart_types where level = 'topic' group by all
),

headings as (
  select scope_code, period_code, heading_code, received, scope_received
  from mart_types where level = 'heading'
),

wrong as (
  select h.scope_code, h.period_code
  from headings as h
  left join topics as t using (scope_code, period_code, heading_code)
  where h.received is distinct from t.received
  union all
  select scope_code, period_code
  from headings
  group by all
  having sum(received) <> any_value(scope_received)
)

select scope_code || ' ' || period_code as id, p.start_on as on_date
from wrong
join dim_period as p using (period_code)
