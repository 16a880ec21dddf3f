-- What people newly write about, of the country.
select words as Words, persons as Persons, days::bigint as Days, q_value::double as QValue from pub_emerging limit 8
