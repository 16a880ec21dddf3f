-- Words of ten persons at least, on three days; persons to the nearest 5, since no sum holds them.
-- mart_emerging is made of raw_applications by the night's step `texts` (analytics/Emerging/ReadTexts.cs).
select words, (round(persons / 5) * 5)::bigint as persons, days, round(q_value, 2) as q_value
from warehouse.mart_emerging
order by topic_no
