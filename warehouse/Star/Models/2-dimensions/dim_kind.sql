-- Grain: a kind of application
-- Key: kind_code
from reference.kinds
order by kind_code
