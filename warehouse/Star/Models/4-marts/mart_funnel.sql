-- Grain: a province, district, bureau or unit, and what it is measured by
-- Key: level, code, criterion_code
-- Limits exp(±3.09·√(V/E² + τ²)) around 1: places differ a little even when nothing is wrong (Spiegelhalter, Stat. Med. 2005; 24:
-- 1185–1202). z = 2(√O − √E)·√(E/V), winsorised at its tenths; φ = mean z² / 0.6787, the winsorised variance of N(0,1);
-- τ² = max(0, (nφ − (n − 1)) / (Σw − Σw²/Σw)), w = E²/V (DerSimonian and Laird). Never a league table.
with points as (
  select *, 2 * (sqrt(observed) - sqrt(expected)) * sqrt(expected / variance) as z, expected ** 2 / variance as w
  from mart_standardised
  where expected > 0 and variance > 0 and cases >= 20
),

tails as (
  select level, criterion_code, quantile_cont(z, 0.1) as low, quantile_cont(z, 0.9) as high
  from points
  group by all
),

scatter as (
  select
    level, criterion_code,
    count(*) as n,
    avg(least(greatest(p.z, t.low), t.high) ** 2) / 0.6787 as phi,
    sum(p.w) - sum(p.w ** 2) / sum(p.w) as spread
  from points as p
  join tails as t using (level, criterion_code)
  group by all
),

between_places as (
  select level, criterion_code, n, phi, if(n < 2, 0, greatest(0, (n * phi - (n - 1)) / spread)) as tau2
  from scatter
)

select
  p.level, p.code, p.criterion_code, p.cases, p.observed, p.expected,
  p.observed / p.expected as ratio,
  exp(-3.09 * sqrt(1 / p.w + b.tau2)) as lower_limit,
  exp(3.09 * sqrt(1 / p.w + b.tau2)) as upper_limit,
  b.phi,
  b.tau2,
  -- Nothing at all lies below every limit of a ratio; it is unusual where chance gives it less than once in a thousand, e⁻ᴱ < 0.001.
  case
    when ratio > upper_limit then 'higher'
    when ratio < lower_limit and (p.observed > 0 or p.expected > 6.9) then 'lower'
    else 'usual'
  end as state
from points as p
join between_places as b using (level, criterion_code)
order by p.level, p.code, p.criterion_code
