-- Grain: an application with text, without a type, that this model has not looked at in an earlier night.
select a.province_code, a.application_id, a.scrubbed_text as text
from raw_applications as a
anti join (select * from $labels where model_version = $version) as l using (province_code, application_id)
where a.type_code is null
  and a.scrubbed_text is not null
  and a.received_at < $until::timestamp at time zone 'UTC'
order by a.province_code, a.application_id
