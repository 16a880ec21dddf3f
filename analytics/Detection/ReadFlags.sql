-- Grain: one flag, the strongest first.
select *
from $flags
order by q_value, observed - expected desc, flag_id
