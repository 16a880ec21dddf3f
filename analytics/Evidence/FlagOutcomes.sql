-- Grain: a judged matter
-- Key: flag_id
-- Rate after over rate before, with a 95 % interval: ln of the ratio has the variance φ(1/before + 1/after), φ the scatter of the
-- weeks around their side's rate (quasi-Poisson, 1 at least). Half an event is added to each side, so that nothing is no certainty.
-- relative: the same against all other places in the same weeks, which takes season and trend out.
with sides as (
  select
    flag_id,
    is_after,
    count(*) as weeks,
    sum(events) as events,
    sum(cases) as cases,
    sum(elsewhere_events) as elsewhere_events,
    sum(elsewhere_cases) as elsewhere_cases
  from flag_weeks
  group by all
),

scatter as (
  select
    w.flag_id,
    greatest(1, sum((w.events - s.events / s.cases * w.cases) ** 2 / (s.events / s.cases * w.cases)) / greatest(1, count(*) - 2)) as phi
  from flag_weeks as w
  join sides as s using (flag_id, is_after)
  where s.events > 0 and w.cases > 0
  group by all
),

compared as (
  select
    j.*,
    coalesce(b.weeks, 0)::integer as weeks_before,
    coalesce(a.weeks, 0)::integer as weeks_after,
    b.events as events_before,
    a.events as events_after,
    b.events / nullif(b.cases, 0) as rate_before,
    a.events / nullif(a.cases, 0) as rate_after,
    ln((a.events + 0.5) / nullif(a.cases, 0)) - ln((b.events + 0.5) / nullif(b.cases, 0)) as change,
    sqrt(coalesce(p.phi, 1) * (1 / (b.events + 0.5) + 1 / (a.events + 0.5))) as error,
    ln((a.elsewhere_events + 0.5) / nullif(a.elsewhere_cases, 0)) - ln((b.elsewhere_events + 0.5) / nullif(b.elsewhere_cases, 0)) as change_elsewhere
  from judged_flags as j
  left join sides as b on b.flag_id = j.flag_id and not b.is_after
  left join sides as a on a.flag_id = j.flag_id and a.is_after
  left join scatter as p on p.flag_id = j.flag_id
),

signed as (
  select
    *,
    if(is_country, 0, coalesce(change_elsewhere, 0)) as others,
    measure is not null and weeks_before >= 4 and weeks_after >= 4 and events_before + events_after >= 20 and change is not null as is_known
  from compared
)

select
  flag_id, detector, level, province_code, verdict_code, reason_code, measure_code, measured_on, given_on, measure, less_is_better,
  weeks_before, weeks_after, events_before, events_after, rate_before, rate_after,
  if(is_known, exp(change), null) as ratio,
  if(is_known, exp(change - 1.96 * error), null) as low,
  if(is_known, exp(change + 1.96 * error), null) as high,
  if(is_known, exp(change - others), null) as relative,
  if(is_known, error, null) as error,
  case
    when measure is null then 'not_measured'
    when weeks_after < 4 then 'too_early'
    when not is_known then 'too_few'
    when if(less_is_better, 1, -1) * (change - others) + 1.96 * error < 0 then 'better'
    when if(less_is_better, 1, -1) * (change - others) - 1.96 * error > 0 then 'worse'
    else 'unclear'
  end as result
from signed
order by flag_id
