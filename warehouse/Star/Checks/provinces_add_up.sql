-- Wrong: the provinces do not add up to the country, or districts to more than their province
with sums as (
  select
    s.parent_code, k.period_code, s.scope_level,
    sum(k.received) as received, sum(k.answered) as answered, sum(k.due) as due, sum(k.open_at_end) as open_at_end
  from mart_key_figures as k
  join dim_scope as s using (scope_code)
  where s.parent_code is not null
  group by all
)

select parent.scope_code || ' ' || parent.period_code as id, p.start_on as on_date
from sums
join mart_key_figures as parent on parent.scope_code = sums.parent_code and parent.period_code = sums.period_code
join dim_period as p on p.period_code = sums.period_code
where if(
  sums.scope_level = 'province',
  (sums.received, sums.answered, sums.due, sums.open_at_end)
    <> (parent.received, parent.answered, parent.due, parent.open_at_end),
  -- Applications without a district are the province's alone.
  sums.received > parent.received or sums.answered > parent.answered or sums.due > parent.due)
