-- Texts that many sent, of the country.
select words as Words, persons as Persons, first_on as FirstOn, last_on as LastOn from pub_petitions order by persons desc, words limit 8
