-- Wrong: an application's province is unknown, or its district is of another province
select a.application_id as id, a.received_on as on_date
from fct_applications as a
left join dim_district as d using (district_code)
where a.province_code not in (select province_code from dim_province)
  or a.district_code <> 0 and d.province_code is distinct from a.province_code
