-- The last fifty sets, the one in force first.
select set_no, criterion_code, weight, note_tr, set_at
from intake.performance_criteria
where set_no > (select max(set_no) from intake.performance_criteria) - 50
order by set_no desc, weight desc, criterion_code;
