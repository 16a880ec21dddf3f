-- Grain: an application with text that has no type by the as-of day: no person gave one, and the machine abstained.
with labelled as (
  select province_code, application_id
  from $labels
  where labelled_on < $until::timestamp
  group by province_code, application_id
  having arg_max(coalesce(type_code, '-'), (labelled_on, model_version)) <> '-'
),
untyped as (
  select a.province_code, a.application_id, a.scrubbed_text, a.person_key, a.received_at
  from raw_applications as a
  anti join labelled using (province_code, application_id)
  where a.type_code is null
    and a.scrubbed_text is not null
    and a.received_at < $until::timestamp at time zone 'UTC'
    and a.received_at >= ($until::timestamp - to_days($days::integer)) at time zone 'UTC'
)
select
  scrubbed_text as text,
  coalesce(person_key, province_code || '-' || application_id) as person,
  local_day(received_at) as day
from untyped
where hash(province_code, application_id) % 1000000 < 1000000.0 * $most / (select count(*) from untyped)
order by received_at, province_code, application_id
