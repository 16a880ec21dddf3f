insert into intake.officer_indicators (
  province_code, pseudonym, role_code, as_of, days, cases, answers, late_answers, expected_late_answers, reopened_answers, expected_reopened_answers)
values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7, $8, $9, $10, $11)
