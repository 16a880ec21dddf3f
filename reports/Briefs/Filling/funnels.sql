-- Provinces, or a province's units, beside what the country's like cases let expect, over the last quarter. Where fewer than eight or so are
-- expected (limits up to 3 times and more) even none at all is nothing unusual, and nothing is said.
select
  funnel.criterion_code as Criterion,
  coalesce(unit.name, place.name) as Name,
  round(funnel.ratio, 1)::double as Ratio,
  round(funnel.lower_limit, 1)::double as Low,
  round(funnel.upper_limit, 1)::double as High,
  funnel.state as State
from pub_funnel as funnel
left join dim_unit as unit on funnel.level = 'unit' and unit.unit_code = funnel.code
left join dim_scope as place on funnel.level = 'province' and place.scope_code = funnel.code
where funnel.level = $level and funnel.upper_limit <= 3 and ($level = 'province' or unit.province_code = $plate)
order by funnel.criterion_code, Name
