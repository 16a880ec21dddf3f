-- Under a pseudonym, for the team of the coordinator's own bureaus, as the last night left them.
select left(encode(i.pseudonym, 'hex'), 8) as pseudonym, i.role_code, i.as_of, i.days::int as days, i.cases, i.answers, i.late_answers,
  i.expected_late_answers, i.reopened_answers, i.expected_reopened_answers
from intake.officer_indicators i
where i.province_code = @province and exists (
  select from intake.staff s
  join intake.bureau_team t using (staff_id)
  join intake.bureaus b using (bureau_code)
  where s.pseudonym = i.pseudonym and t.province_code = @province
    and (@ownDistrict is null and b.district_code is null or b.district_code = @ownDistrict)
    and t.from_on <= @today and (t.until_on is null or t.until_on > @today))
order by i.cases desc, i.pseudonym, i.role_code;
