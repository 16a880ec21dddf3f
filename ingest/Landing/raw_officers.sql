-- All of them each night: a pseudonym, what they do, and the bureau they belonged to last.
select distinct on (s.pseudonym) s.pseudonym, s.role_code, s.province_code, t.bureau_code
from intake.staff s
left join intake.bureau_team t using (staff_id)
order by s.pseudonym, t.from_on desc nulls last
