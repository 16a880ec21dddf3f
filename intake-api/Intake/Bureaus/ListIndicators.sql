-- Under a pseudonym, for the team of the coordinator's own bureaus, as the last night left them. The index, by the criteria in force that an
-- officer can be measured by: geometric mean of expected over observed (half a case added to each), 100 the whole country's work.
with criteria as (
  select
    sum(weight) filter (where criterion_code = 'on_time') as on_time,
    sum(weight) filter (where criterion_code = 'reopened') as reopened
  from intake.performance_criteria
  where set_no = (select max(set_no) from intake.performance_criteria)
)
select left(encode(i.pseudonym, 'hex'), 8) as pseudonym, i.role_code, i.as_of, i.days::int as days, i.cases, i.answers, i.late_answers,
  i.expected_late_answers, i.reopened_answers, i.expected_reopened_answers,
  round(100 * exp((c.on_time * ln((i.expected_late_answers + 0.5) / (i.late_answers + 0.5))
    + c.reopened * ln((i.expected_reopened_answers + 0.5) / (i.reopened_answers + 0.5))) / nullif(c.on_time + c.reopened, 0)))::int as index100
from intake.officer_indicators i, criteria c
where i.province_code = @province and exists (
  select from intake.staff s
  join intake.bureau_team t using (staff_id)
  join intake.bureaus b using (bureau_code)
  where s.pseudonym = i.pseudonym and t.province_code = @province
    and (@ownDistrict is null and b.district_code is null or b.district_code = @ownDistrict)
    and t.from_on <= @today and (t.until_on is null or t.until_on > @today))
order by i.cases desc, i.pseudonym, i.role_code;
