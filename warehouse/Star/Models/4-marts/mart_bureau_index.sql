-- Grain: a bureau with 30 cases and more in the last 91 days
-- Key: bureau_code
-- 100 is the whole country's work on the same cases, above is better: the geometric mean of expected over observed (half a case added to
-- each, so that none is not infinite), by the weights of the set in force. Set beside peers of its volume, a fifth of all each; whether
-- it differs at all is for the funnel to say.
with criteria as (
  select * from dim_criteria where valid_until is null and weight > 0
),

weighted as (
  select
    s.code as bureau_code,
    c.set_no,
    max(s.cases) as cases,
    sum(c.weight) as weight,
    sum(c.weight * ln((s.expected + 0.5) / (s.observed + 0.5))) / sum(c.weight) as score
  from mart_standardised as s
  join criteria as c using (criterion_code)
  where s.level = 'bureau'
  group by all
  having max(s.cases) >= 30
),

grouped as (
  select *, ntile(5) over (order by cases, bureau_code) as peer_group from weighted
)

select
  bureau_code, set_no, cases, weight as weight_known,
  100 * exp(score) as index_100,
  peer_group::integer as peer_group,
  (count(*) over peers)::integer as peers,
  100 * exp(quantile_cont(score, 0.25) over peers) as peer_low,
  100 * exp(quantile_cont(score, 0.5) over peers) as peer_median,
  100 * exp(quantile_cont(score, 0.75) over peers) as peer_high
from grouped
window peers as (partition by peer_group)
order by bureau_code
