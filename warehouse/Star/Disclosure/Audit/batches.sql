-- Grain: some provinces of which anything is told, together at most some 400,000 rows of types (one alone may have more)
with provinces as (
  select s.province_code, count(t.scope_code) as n
  from dim_scope as s
  left join pub_types as t using (scope_code)
  where s.province_code in (
    select p.province_code from pub_key_figures as k join dim_scope as p using (scope_code) where k.received is distinct from 0
  )
  group by s.province_code
),

batches as (
  select province_code, sum(n) over (order by province_code) // 400000 as batch from provinces
)

select string_agg('''' || s.scope_code || '''', ', ')
from batches as b
join dim_scope as s using (province_code)
group by b.batch
order by b.batch
