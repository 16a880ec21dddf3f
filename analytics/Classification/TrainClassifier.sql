-- Grain: an application with text and a type that a person gave, drawn by a hash of its text: the same texts for the same seed, whatever
-- numbers they have.
with types as (
  select split_part(pair, ' ', 1) as type_code, split_part(pair, ' ', 2) as heading_code
  from (select unnest(string_split($types, '|')) as pair)
),
examples as (
  select
    a.province_code,
    a.application_id,
    a.scrubbed_text,
    a.type_code,
    t.heading_code,
    coalesce(a.person_key, a.province_code || '-' || a.application_id) as person,
    count(*) over (partition by a.type_code) as of_type
  from raw_applications as a
  join types as t using (type_code)
  where a.scrubbed_text is not null
    and a.received_at < $until::timestamp at time zone 'UTC'
    and not (a.received_at >= $gate_from::timestamp at time zone 'UTC' and typed_blind(a.province_code, a.district_code, a.received_at))
),
-- A topic with few examples of its own is an example of its heading.
labelled as (
  select *, case when of_type >= $fewest_per_topic then type_code else heading_code end as label from examples
),
hashed as (
  select *, hash(scrubbed_text, $seed) as mark from labelled
),
-- One of each text before the second of any: a petition teaches no more than another letter while there are others.
copied as (
  select *, row_number() over (partition by label, mark order by province_code, application_id) as copy from hashed
),
drawn as (
  select
    *,
    row_number() over (partition by label order by copy, mark, province_code, application_id) as place,
    count(*) over (partition by label) as of_label
  from copied
)
select scrubbed_text as text, label, person
from drawn
where place <= $most_per_topic and of_label >= $fewest_per_topic
-- The first ones of every label before the second hundred of any: a cap must not cost the rare ones.
order by place, label
limit $most
