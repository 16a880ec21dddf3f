-- Applications of every province and heading in a period; what has no row had none.
select s.province_code::integer as Province, t.type_code as Heading, t.received::bigint as Received
from pub_types as t
join dim_scope as s using (scope_code)
where t.period_code = $period and t.level = 'heading' and s.scope_level = 'province'
order by s.province_code, t.type_code
