-- Grain: an application with text that has no type by the as-of day: no person gave one, and the machine abstained.
with labelled as (
  select province_code, application_id
  from $labels
  where labelled_on < $until::timestamp
  group by province_code, application_id
  having arg_max(coalesce(type_code, '-'), (labelled_on, model_version)) <> '-'
)
select
  a.scrubbed_text as text,
  coalesce(a.person_key, a.province_code || '-' || a.application_id) as person,
  local_day(a.received_at) as day
from raw_applications as a
anti join labelled using (province_code, application_id)
where a.type_code is null
  and a.scrubbed_text is not null
  and a.received_at < $until::timestamp at time zone 'UTC'
  and a.received_at >= ($until::timestamp - to_days($days::integer)) at time zone 'UTC'
order by a.received_at, a.province_code, a.application_id
