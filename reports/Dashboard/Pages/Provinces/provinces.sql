-- The provinces of a period, with what they are set side by side by, and how many criteria of the last night lie outside the usual.
with judged as (
  select
    code,
    count(*) as criteria,
    string_agg(criterion_code, '|' order by criterion_code) filter (state = 'higher') as higher,
    string_agg(criterion_code, '|' order by criterion_code) filter (state = 'lower') as lower
  from pub_funnel
  where level = 'province'
  group by code
)

select
  s.province_code::integer as Code, s.name as Name, s.population_2025::bigint as Population, s.sege_tier::integer as Tier,
  k.received::bigint as Received, k.year_ago_received::bigint as YearAgoReceived, k.due::bigint as Due, k.overdue::bigint as Overdue, k.answered::bigint as Answered, k.reopened::bigint as Reopened,
  k.open_at_end::bigint as OpenAtEnd, k.median_working_days::double as MedianDays, k.satisfaction_count::bigint as SatisfactionCount, k.satisfaction_sum::double as SatisfactionSum,
  coalesce(j.criteria, 0)::bigint as Criteria, j.higher as Higher, j.lower as Lower
from pub_key_figures as k
join dim_scope as s using (scope_code)
left join judged as j on j.code = s.scope_code
where s.scope_level = 'province' and k.period_code = $period
