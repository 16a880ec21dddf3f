-- Grain: a scope, a measure and an ended period: the last 52 weeks of the country and the provinces, the last 36 months of all
-- Key: scope_code, measure, period_kind, start_on
-- Limits x̄ ± 2.66·MR̄ of at least 12 points, moving ranges above 3.267·MR̄ left out (NHS Making Data Count). Signals are told of the
-- latest point only: over 52 stable points some point breaks some rule 41 % of the time. A point on a line has not passed it.
with ended as (
  select
    k.*, p.period_kind, p.start_on,
    row_number() over (partition by k.scope_code, p.period_kind order by p.start_on desc) as back
  from mart_key_figures as k
  join dim_period as p using (period_code)
  join dim_scope as s using (scope_code)
  where p.is_complete and (p.period_kind = 'month' or p.period_kind = 'week' and s.scope_level <> 'district')
),

shown as (
  select * from ended where back <= if(period_kind = 'week', 52, 36)
),

measures as (
  select scope_code, period_kind, start_on, 'received' as measure, received::double as value, received as cases from shown
  union all
  select scope_code, period_kind, start_on, 'open_at_end', open_at_end, open_at_end from shown
  union all
  select scope_code, period_kind, start_on, 'overdue_share', overdue / due, due from shown where due > 0
  union all
  select scope_code, period_kind, start_on, 'reopened_share', reopened / answered, answered from shown where answered > 0
  union all
  select scope_code, period_kind, start_on, 'satisfaction', satisfaction_sum / satisfaction_count, satisfaction_count from shown where satisfaction_count > 0
),

-- Before a place's first case there is nothing to measure.
begun as (
  select * from measures
  qualify max(value) over (partition by scope_code, period_kind, measure order by start_on) > 0
),

ranges as (
  select
    *,
    value - lag(value) over series as step,
    max(start_on) over (partition by period_kind) as latest_on,
    count(*) over (partition by scope_code, period_kind, measure) as points
  from begun
  window series as (partition by scope_code, period_kind, measure order by start_on)
),

limits as (
  select
    scope_code, period_kind, measure,
    avg(value) as mean,
    avg(abs(step)) filter (abs(step) <= 3.267 * mean_range) as moving_range
  from (select *, avg(abs(step)) over (partition by scope_code, period_kind, measure) as mean_range from ranges)
  where points >= 12
  group by all
),

sides as (
  select
    r.*, l.mean, l.moving_range,
    sign(r.value - l.mean) as side,
    sign(r.step) as turn,
    case
      when r.value > l.mean + 2.66 * l.moving_range * 2 / 3 then 1
      when r.value < l.mean - 2.66 * l.moving_range * 2 / 3 then -1
      else 0
    end as outer_third
  from ranges as r
  join limits as l using (scope_code, period_kind, measure)
),

runs as (
  select
    *,
    abs(sum(side) over (series rows 6 preceding)) as on_one_side,
    abs(sum(turn) over (series rows 5 preceding)) as rising,
    abs(sum(outer_third) over (series rows 2 preceding)) as outer_of_three
  from sides
  window series as (partition by scope_code, period_kind, measure order by start_on)
)

select
  scope_code, measure, period_kind, start_on, cases, value, mean,
  if(measure = 'satisfaction', mean - 2.66 * moving_range, greatest(0, mean - 2.66 * moving_range)) as lower_limit,
  mean + 2.66 * moving_range as upper_limit,
  case
    when start_on < latest_on then null -- a last period without a value signals nothing
    when abs(value - mean) > 2.66 * moving_range then 'beyond_limit'
    when on_one_side = 7 then 'seven_on_one_side'
    when rising = 6 then 'seven_in_a_row'
    when outer_third <> 0 and outer_of_three >= 2 then 'two_of_three'
  end as signal,
  if(start_on = latest_on, side, null)::integer as direction
from runs
order by scope_code, measure, period_kind, start_on
