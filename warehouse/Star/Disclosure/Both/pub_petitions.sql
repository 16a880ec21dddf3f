-- Texts that ten persons at least sent, each person once; to the nearest 5.
-- mart_petitions is made of raw_applications by the night's step `texts` (analytics/Emerging/ReadTexts.cs).
select words, (round(persons / 5) * 5)::bigint as persons, first_on, last_on
from warehouse.mart_petitions
order by mart_petitions.persons desc, words
