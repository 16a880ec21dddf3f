-- A unit beside what like cases let expect in the country, a row a criterion.
select criterion_code::varchar as Criterion, criterion_code::varchar as Name, ratio::double as Ratio, lower_limit::double as Low, upper_limit::double as High, state::varchar as State
from pub_funnel
where level = $level and code = $code
order by criterion_code
