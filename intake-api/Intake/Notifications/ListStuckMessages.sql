select m.message_id, a.tracking_number, a.kind_code, m.template_code, m.state, m.tries, m.gateway_status, m.state_at
from intake.messages m
join intake.applications a using (province_code, application_id)
where m.province_code = @province
  and (m.state = 'technical_failure' or m.state in ('created', 'temporary_failure') and m.not_before < now() - interval '1 hour')
  and (@district is null or a.district_code = @district) and (@seesSealed or not a.sealed)
order by m.state_at desc, m.message_id
limit 500;
