-- Grain: an application with text and a topic that a person gave, drawn by hash: the same rows for the same seed.
with examples as (
  select
    province_code,
    application_id,
    scrubbed_text as text,
    type_code as label,
    coalesce(person_key, province_code || '-' || application_id) as person,
    hash(province_code, application_id, $seed) as lot
  from raw_applications
  where list_contains(string_split($topics, '|'), type_code)
    and scrubbed_text is not null
    and received_at < $until::timestamp at time zone 'UTC'
),
drawn as (
  select
    *,
    row_number() over (partition by label order by lot, province_code, application_id) as place,
    count(*) over (partition by label) as of_topic
  from examples
)
select text, label, person
from drawn
where place <= $most_per_topic and of_topic >= $fewest_per_topic
-- The first ones of every topic before the second hundred of any: a cap must not cost the rare topics.
order by place, label
limit $most
