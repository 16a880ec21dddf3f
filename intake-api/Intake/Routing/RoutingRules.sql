-- In force on the day: the country's and the province's own.
select rule_code, rule_order, type_code, null::integer as district_code, kind_code, emergency, special, confidential,
  target_code, null::text as unit_code, unit_kind_code, institution, unit_name, note_tr
from reference.routing_rules
where valid_until is null or valid_until > @day
union all
select rule_code, rule_order, type_code, district_code, kind_code, emergency, special, confidential,
  target_code, unit_code, unit_kind_code, institution, unit_name, note_tr
from intake.routing_rules
where province_code = @province and valid_from <= @day and (valid_until is null or valid_until > @day);
