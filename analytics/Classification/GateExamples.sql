-- Grain: an application that came after the model in service was trained and whose type a person gave without a suggestion.
select a.scrubbed_text as text, a.type_code as label, '' as person
from raw_applications as a
where a.scrubbed_text is not null
  and list_contains(list_transform(string_split($types, '|'), pair -> split_part(pair, ' ', 1)), a.type_code)
  and a.received_at < $until::timestamp at time zone 'UTC'
  and a.received_at >= $gate_from::timestamp at time zone 'UTC'
  and typed_blind(a.province_code, a.district_code, a.received_at)
order by hash(a.scrubbed_text, $seed), a.province_code, a.application_id
limit $most
