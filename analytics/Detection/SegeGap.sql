-- Grain: a tier of districts (SEGE 2017, 1 the most developed) against what its cases let expect in the country
-- Districts of a tier differ among themselves: the variance is widened by how much they do.
with districts as (
  select d.sege_2017_tier as tier, j.district_code, sum(j.hit) as hits, sum(j.expected) as expected, sum(j.expected * (1 - j.expected)) as variance, count(*) as cases
  from $judged as j
  join dim_district as d using (district_code)
  where j.judged = 'place' and j.district_code <> 0 and d.sege_2017_tier is not null
  group by all
),

tiers as (
  select
    tier, sum(cases) as cases, sum(hits) as observed, sum(expected) as expected, sum(hits) / nullif(sum(expected), 0) as ratio,
    sum(variance) * greatest(1, sum((hits - expected) * (hits - expected) / variance) / nullif(count(*) - 1, 0)) as variance
  from districts
  where variance > 0
  group by tier
  having count(*) >= 10
)

select null::integer, 'sege:' || tier, cases::bigint, observed::bigint, expected, variance, ratio, sqrt(variance) / nullif(observed, 0)
from tiers
order by 2
