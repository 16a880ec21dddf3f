-- Every set of criteria the ministry ever put in force; weights in hundredths.
select set_no, criterion_code, (weight * 100)::int, set_at
from intake.performance_criteria
