insert into intake.performance_criteria (set_no, criterion_code, weight, note_tr, set_by)
select next.no, g.code, g.weight, @note, @by
from (select nextval('intake.criteria_set_no') as no) next, unnest(@codes, @weights) as g (code, weight);
