-- Wrong: a unit's last backlog is not what the stages hold open with it, or was below nothing on some day
with last_rows as (
  select province_code, unit_code, arg_max(open_at_end, date_key) as open_at_end, arg_max(overdue_at_end, date_key) as overdue_at_end
  from fct_backlog
  group by all
),

held as (
  select province_code, unit_code, count(*) filter (next_on is null) as open_now, count(*) filter (next_on is null and is_unit_overdue) as overdue_now
  from fct_stages
  where event_code in ('routed', 'rerouted')
  group by all
)

select unit_code as id, null::date as on_date
from last_rows
full join held using (province_code, unit_code)
where open_at_end is distinct from open_now or overdue_at_end is distinct from overdue_now
union all
select unit_code, date_key
from fct_backlog
where open_at_end < 0 or overdue_at_end < 0 or overdue_at_end > open_at_end
