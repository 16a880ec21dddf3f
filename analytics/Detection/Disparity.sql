-- Grain: a group, in the country and in each province, against those who gave another answer to the same question
-- Strata: province × heading × time there was. Mantel and Haenszel; variance of the logarithm by Greenland and Robins.
with people as (
  select
    province_code, heading_code, exposure, hit,
    unnest(list_concat([
      {dimension: 'gender', code: gender_code::varchar}, {dimension: 'age', code: age_band_code::varchar},
      {dimension: 'education', code: education_code::varchar}, {dimension: 'employment', code: employment_code::varchar}
    ], list_transform(string_split(if(circumstances = '', 'none', circumstances::varchar), '|'), c -> {dimension: 'circumstance', code: c}))) as answer
  from $judged
  where judged = 'place'
),

groups as (
  select province_code, heading_code, exposure, answer.dimension as dimension, answer.code as code, count(*)::double as n1, sum(hit)::double as a
  from people
  where answer.code <> '-'
  group by all
),

strata as (
  select province_code, heading_code, exposure, dimension, sum(n1) as n, sum(a) as hits
  from groups
  group by all
),

compared as (
  select g.*, s.n, s.hits, s.n - g.n1 as n0, s.hits - g.a as b
  from groups as g
  join strata as s using (province_code, heading_code, exposure, dimension)
  where s.n > g.n1 and g.code <> 'none'
),

summed as (
  select
    province_code, dimension, code, sum(n1) as cases, sum(a) as observed, sum(n1 * hits / n) as expected,
    sum(n1 * n0 * hits * (n - hits) / (n * n * (n - 1))) as variance,
    sum(a * n0 / n) as ours, sum(b * n1 / n) as theirs, sum((hits * n1 * n0 - a * b * n) / (n * n)) as log_variance
  from compared
  group by grouping sets ((dimension, code), (province_code, dimension, code))
)

select
  province_code::integer, dimension || ':' || code, cases::bigint, observed::bigint, expected, variance, ours / nullif(theirs, 0),
  sqrt(log_variance / nullif(ours * theirs, 0))
from summed
order by 1, 2
