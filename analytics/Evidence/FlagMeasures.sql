-- Grain: a kind of measure; '-' the confirmed ones about which nothing was done
-- Key: measure_code
-- What is flagged stands high by choice and falls by itself (regression to the mean): a measure is worth what it does beyond the '-' row.
-- ratio: of the relative changes, each weighted by its precision.
with known as (
  select coalesce(measure_code, '-') as measure_code, result, ln(relative) as change, error
  from flag_outcomes
  where verdict_code = 'confirmed' and (measured_on is null or measured_on <= getvariable('as_of'))
)

select
  measure_code,
  count(*)::integer as matters,
  (count(*) filter (result = 'better'))::integer as better,
  (count(*) filter (result = 'unclear'))::integer as unclear,
  (count(*) filter (result = 'worse'))::integer as worse,
  exp(sum(change / error ** 2) / sum(1 / error ** 2)) as ratio,
  exp(sum(change / error ** 2) / sum(1 / error ** 2) - 1.96 / sqrt(sum(1 / error ** 2))) as low,
  exp(sum(change / error ** 2) / sum(1 / error ** 2) + 1.96 / sqrt(sum(1 / error ** 2))) as high
from known
group by measure_code
order by measure_code
